package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds what is too old to be kept, and deletes it. */
@Repository
class ForgottenRows {

    private final JdbcTemplate jdbc;

    ForgottenRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A submission that may go, by its id and price. */
    record Old(UUID submissionId, long price) {}

    /** A message that may go, by what leads to its other rows. */
    record Gone(MessageRef ref, long refunded) {}

    /** One node at a time: held until the transaction ends. */
    void lock(UUID tenantId) {
        jdbc.update("""
                INSERT INTO messages_forgotten (tenant_id, messages, credits, charges, refunds) VALUES (?, 0, 0, 0, 0)
                ON DUPLICATE KEY UPDATE messages = messages_forgotten.messages
                """, RowIds.bytes(tenantId));
        jdbc.queryForList(
                "SELECT messages FROM messages_forgotten WHERE tenant_id = ? FOR UPDATE", RowIds.bytes(tenantId));
    }

    /** Submissions in {@code (after, before)} of which nothing waits and nothing is uncertain, oldest first. */
    List<Old> submissions(UUID tenantId, UUID after, UUID before, int limit) {
        return jdbc.query(
                """
                SELECT s.id, s.price
                  FROM messages_submission s
                 WHERE s.tenant_id = ? AND s.id > ? AND s.id < ?
                   AND NOT EXISTS (SELECT 1
                                     FROM messages_message m
                                    WHERE m.tenant_id = s.tenant_id AND m.submission_id = s.id
                                      AND m.state IN ('QUEUED', 'UNCERTAIN', 'UNKNOWN'))
                 ORDER BY s.id
                 LIMIT ?
                """, ForgottenRows::old, RowIds.bytes(tenantId), RowIds.bytes(after), RowIds.bytes(before), limit);
    }

    List<Gone> messages(UUID tenantId, List<Old> submissions) {
        RowKeys keys = keys(tenantId, submissions);
        return jdbc.query(
                "SELECT m.id, m.refunded FROM " + keys.join("messages_message m", "m.tenant_id", "m.submission_id")
                        + "FOR UPDATE",
                (rs, _) -> new Gone(new MessageRef(tenantId, RowIds.uuid(rs.getBytes("id"))), rs.getLong("refunded")),
                keys.and());
    }

    void delete(UUID tenantId, List<Old> submissions, List<Gone> messages) {
        RowKeys ids = RowKeys.of(
                messages, gone -> gone.ref().tenantId(), gone -> gone.ref().messageId());
        String theirs = ids.join("messages_message m", "m.tenant_id", "m.id");
        jdbc.update("DELETE s FROM " + ids.join("messages_step s", "s.tenant_id", "s.message_id"), ids.and());
        jdbc.update("DELETE c FROM " + theirs + """
                  STRAIGHT_JOIN messages_correlation c
                    ON c.account_id = m.account_id AND c.provider_message_id = m.provider_message_id
                   AND c.msisdn = m.msisdn AND c.tenant_id = m.tenant_id AND c.message_id = m.id
                """, ids.and());
        jdbc.update("DELETE m FROM " + theirs, ids.and());
        RowKeys old = keys(tenantId, submissions);
        jdbc.update("DELETE s FROM " + old.join("messages_submission s", "s.tenant_id", "s.id"), old.and());
    }

    void remember(UUID tenantId, List<Old> submissions, List<Gone> messages) {
        long price = submissions.stream().mapToLong(Old::price).sum();
        long refunded = messages.stream().mapToLong(Gone::refunded).sum();
        jdbc.update(
                """
                UPDATE messages_forgotten
                   SET messages = messages + ?, credits = credits + ?, charges = charges + ?, refunds = refunds + ?
                 WHERE tenant_id = ?
                """,
                messages.size(),
                price - refunded,
                submissions.stream().filter(one -> one.price() > 0).count(),
                messages.stream().filter(one -> one.refunded() > 0).count(),
                RowIds.bytes(tenantId));
    }

    private static RowKeys keys(UUID tenantId, List<Old> submissions) {
        return RowKeys.of(submissions, _ -> tenantId, Old::submissionId);
    }

    private static Old old(ResultSet rs, int row) throws SQLException {
        return new Old(RowIds.uuid(rs.getBytes("id")), rs.getLong("price"));
    }
}
