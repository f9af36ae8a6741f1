package io.heliograph.sheets;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Files that wait for their owners to say what is made of them, for a day; {@link #MOST} of one tenant. A stranger's id finds
 * nothing.
 */
@Component
public class Uploads {

    /** As many files as are kept of one tenant at a time; one or two more where they come at the same moment. */
    public static final int MOST = 50;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int PIECE_BYTES = 1024 * 1024;
    private static final int LONGEST_NAME = 120;
    private static final int SWEPT_AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    Uploads(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Keeps a file.
     *
     * @param name cut after 120 characters
     * @param content at most {@link Sheet#MOST_BYTES}
     * @return its id; empty, and not kept, if there are {@link #MOST} already
     */
    public Optional<UUID> keep(UUID tenantId, String name, byte[] content) {
        if (count(tenantId) >= MOST) {
            return Optional.empty();
        }
        UUID id = RowIds.next();
        transactions.run(() -> {
            jdbc.sql("INSERT INTO sheets_upload (tenant_id, id, name, created_at) VALUES (?, ?, ?, ?)")
                    .param(RowIds.bytes(tenantId))
                    .param(RowIds.bytes(id))
                    .param(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                    .param(Times.utc(clock.instant()))
                    .update();
            for (int start = 0; start < content.length; start += PIECE_BYTES) {
                jdbc.sql("INSERT INTO sheets_piece (tenant_id, upload_id, piece, content) VALUES (?, ?, ?, ?)")
                        .param(RowIds.bytes(tenantId))
                        .param(RowIds.bytes(id))
                        .param(start / PIECE_BYTES)
                        .param(Arrays.copyOfRange(content, start, Math.min(start + PIECE_BYTES, content.length)))
                        .update();
            }
        });
        return Optional.of(id);
    }

    /** The file of this id. */
    public Optional<Upload> find(UUID tenantId, UUID id) {
        return jdbc.sql("SELECT name FROM sheets_upload WHERE tenant_id = ? AND id = ?")
                .params(RowIds.bytes(tenantId), RowIds.bytes(id))
                .query(String.class)
                .optional()
                .map(name -> new Upload(name, content(tenantId, id)));
    }

    /** Deletes all that are kept for no longer. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 90_000)
    void sweep() {
        List<Old> old;
        do {
            old = old();
            old.forEach(one -> transactions.run(() -> delete(one)));
        } while (old.size() == SWEPT_AT_ONCE);
    }

    private int count(UUID tenantId) {
        return jdbc.sql("SELECT COUNT(*) FROM sheets_upload WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .query(Integer.class)
                .single();
    }

    private record Old(UUID tenantId, UUID id) {}

    private List<Old> old() {
        return jdbc.sql("SELECT tenant_id, id FROM sheets_upload WHERE created_at < ? LIMIT ?")
                .params(Times.utc(clock.instant().minus(KEPT)), SWEPT_AT_ONCE)
                .query((rs, _) -> new Old(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("id"))))
                .list();
    }

    private void delete(Old one) {
        jdbc.sql("DELETE FROM sheets_piece WHERE tenant_id = ? AND upload_id = ?")
                .params(RowIds.bytes(one.tenantId()), RowIds.bytes(one.id()))
                .update();
        jdbc.sql("DELETE FROM sheets_upload WHERE tenant_id = ? AND id = ?")
                .params(RowIds.bytes(one.tenantId()), RowIds.bytes(one.id()))
                .update();
    }

    private byte[] content(UUID tenantId, UUID id) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        jdbc.sql("SELECT content FROM sheets_piece WHERE tenant_id = ? AND upload_id = ? ORDER BY piece")
                .params(RowIds.bytes(tenantId), RowIds.bytes(id))
                .query((rs, _) -> rs.getBytes("content"))
                .list()
                .forEach(content::writeBytes);
        return content.toByteArray();
    }
}
