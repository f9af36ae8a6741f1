package io.heliograph.credentials;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The last calls of the REST API of each tenant that were answered as asked. Written in the background, and no more of
 * a second than are ever shown, so that they cost the same however many there are.
 */
@Component
public class AnsweredCalls {

    /** How many are kept for a tenant. */
    public static final int KEPT = 50;

    private static final int PATH_LENGTH = 200;

    private final Map<UUID, Deque<AnsweredCall>> waiting = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Transactions transactions;
    private final Clock clock;

    AnsweredCalls(JdbcClient jdbc, JdbcTemplate batches, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Notes a call, in the background.
     *
     * @param path method and path; what is beyond 200 characters is cut
     */
    public void answered(UUID tenantId, UUID credentialId, String path, int status) {
        AnsweredCall call = new AnsweredCall(RowIds.next(), credentialId, cut(path), status, clock.instant());
        waiting.compute(tenantId, (_, calls) -> {
            Deque<AnsweredCall> some = calls == null ? new ArrayDeque<>() : calls;
            some.addLast(call);
            if (some.size() > KEPT) {
                some.removeFirst();
            }
            return some;
        });
    }

    /** The newest first; those of the last second may not be in it yet. */
    public List<AnsweredCall> latest(UUID tenantId) {
        return jdbc.sql("""
                        SELECT id, credential_id, path, status, at FROM credentials_call
                        WHERE tenant_id = ? ORDER BY id DESC LIMIT ?
                        """)
                .param(RowIds.bytes(tenantId))
                .param(KEPT)
                .query((row, _) -> new AnsweredCall(
                        RowIds.uuid(row.getBytes("id")),
                        RowIds.uuid(row.getBytes("credential_id")),
                        row.getString("path"),
                        row.getInt("status"),
                        Times.instant(row, "at")))
                .list();
    }

    @Scheduled(fixedDelayString = "PT1S")
    @PreDestroy
    void write() {
        List.copyOf(waiting.keySet()).forEach(tenantId -> {
            Deque<AnsweredCall> calls = waiting.remove(tenantId);
            if (calls != null) {
                transactions.run(() -> write(tenantId, new ArrayList<>(calls)));
            }
        });
    }

    private void write(UUID tenantId, List<AnsweredCall> calls) {
        batches.batchUpdate(
                "INSERT INTO credentials_call (tenant_id, id, credential_id, path, status, at) VALUES (?, ?, ?, ?, ?, ?)",
                calls.stream().map(call -> row(tenantId, call)).toList());
        jdbc.sql("""
                        DELETE FROM credentials_call WHERE tenant_id = ? AND id < (
                            SELECT id FROM (
                                SELECT id FROM credentials_call WHERE tenant_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?
                            ) AS oldest)
                        """)
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(tenantId))
                .param(KEPT - 1)
                .update();
    }

    private static Object[] row(UUID tenantId, AnsweredCall call) {
        return new Object[] {
            RowIds.bytes(tenantId),
            RowIds.bytes(call.id()),
            RowIds.bytes(call.credentialId()),
            call.path(),
            call.status(),
            Times.utc(call.at())
        };
    }

    private static String cut(String path) {
        return path.length() > PATH_LENGTH ? path.substring(0, PATH_LENGTH) : path;
    }
}
