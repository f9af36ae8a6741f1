package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code messages_submission}. */
@Repository
class SubmissionRows {

    private static final String COLUMNS = """
            tenant_id, id, channel, credential_id, user_id, idempotency_key, request_hash, sender, body, messages,
            segments, price, accepted_at
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    SubmissionRows(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    void insert(List<Submission> submissions) {
        batches.batchUpdate(
                "INSERT INTO messages_submission (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                submissions.stream().map(SubmissionRows::insertion).toList());
    }

    Optional<Submission> find(UUID tenantId, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM messages_submission WHERE tenant_id = ? AND id = ?")
                .params(RowIds.bytes(tenantId), RowIds.bytes(id))
                .query(SubmissionRows::submission)
                .optional();
    }

    List<Submission> find(UUID tenantId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT " + COLUMNS + " FROM messages_submission WHERE tenant_id = :tenant AND id IN (:ids)")
                        .param("tenant", RowIds.bytes(tenantId))
                        .param("ids", ids.stream().map(RowIds::bytes).toList())
                        .query(SubmissionRows::submission)
                        .list();
    }

    Optional<Submission> findByKey(UUID tenantId, String idempotencyKey) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM messages_submission WHERE tenant_id = ? AND idempotency_key = ?")
                .params(RowIds.bytes(tenantId), idempotencyKey)
                .query(SubmissionRows::submission)
                .optional();
    }

    List<Submission> findByKeys(Collection<Submission.Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        String any = String.join(" OR ", Collections.nCopies(keys.size(), "(tenant_id = ? AND idempotency_key = ?)"));
        return jdbc.sql("SELECT " + COLUMNS + " FROM messages_submission WHERE " + any)
                .params(keys.stream()
                        .<Object>mapMulti((key, params) -> {
                            params.accept(RowIds.bytes(key.tenantId()));
                            params.accept(key.idempotencyKey());
                        })
                        .toList())
                .query(SubmissionRows::submission)
                .list();
    }

    /** Looks at the newest rows only, as there is no index by channel: it would cost every submission something. */
    List<Submission> latest(UUID tenantId, Channel channel, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM (SELECT " + COLUMNS + """
                         FROM messages_submission WHERE tenant_id = ? ORDER BY id DESC LIMIT 2000) newest
                        WHERE channel = ? ORDER BY id DESC LIMIT ?
                        """)
                .params(RowIds.bytes(tenantId), channel.name(), limit)
                .query(SubmissionRows::submission)
                .list();
    }

    private static @Nullable Object[] insertion(Submission submission) {
        return new @Nullable Object[] {
            RowIds.bytes(submission.tenantId()),
            RowIds.bytes(submission.id()),
            submission.channel().name(),
            RowIds.bytesOrNull(submission.credentialId()),
            RowIds.bytesOrNull(submission.userId()),
            submission.idempotencyKey(),
            HexFormat.of().parseHex(submission.requestHash()),
            submission.sender(),
            submission.text(),
            submission.messages(),
            submission.segments(),
            submission.price().tenThousandths(),
            Times.utc(submission.acceptedAt())
        };
    }

    private static Submission submission(ResultSet rs, int row) throws SQLException {
        return new Submission(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("id")),
                Channel.valueOf(rs.getString("channel")),
                RowIds.uuidOrNull(rs.getBytes("credential_id")),
                RowIds.uuidOrNull(rs.getBytes("user_id")),
                rs.getString("idempotency_key"),
                HexFormat.of().formatHex(rs.getBytes("request_hash")),
                rs.getString("sender"),
                rs.getString("body"),
                rs.getInt("messages"),
                rs.getInt("segments"),
                new Credits(rs.getLong("price")),
                Times.instant(rs, "accepted_at"));
    }
}
