package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The rows of {@code messages_uncertain}: which messages nobody knows of whether they were sent, by the number that a
 * report would name. They are few, so all others cost nothing for it; rows leave when it is known.
 */
@Repository
class UncertainRows {

    private static final int MOST_TO_ONE_NUMBER = 50;

    private final JdbcTemplate jdbc;

    UncertainRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Message> messages, Instant since) {
        jdbc.batchUpdate(
                """
                INSERT INTO messages_uncertain (account_id, msisdn, tenant_id, message_id, since) VALUES (?, ?, ?, ?, ?)
                """,
                messages.stream()
                        .map(message -> new Object[] {
                            RowIds.bytes(message.accountId()),
                            message.msisdn(),
                            RowIds.bytes(message.tenantId()),
                            RowIds.bytes(message.id()),
                            Times.utc(since)
                        })
                        .toList());
    }

    void remove(List<Message> messages) {
        if (!messages.isEmpty()) {
            RowKeys keys = RowKeys.of(messages, Message::tenantId, Message::id);
            jdbc.update(
                    "DELETE u FROM " + keys.join("messages_uncertain u", "u.tenant_id", "u.message_id"), keys.and());
        }
    }

    /** Uncertain messages to a number, oldest first. */
    List<MessageRef> to(UUID accountId, String msisdn) {
        return jdbc.query("""
                SELECT tenant_id, message_id
                  FROM messages_uncertain
                 WHERE account_id = ? AND msisdn = ?
                 ORDER BY message_id
                 LIMIT ?
                """, UncertainRows::ref, RowIds.bytes(accountId), msisdn, MOST_TO_ONE_NUMBER);
    }

    /** Messages that are uncertain since before a time. */
    List<MessageRef> since(UUID accountId, Instant before, int limit) {
        return jdbc.query("""
                SELECT tenant_id, message_id
                  FROM messages_uncertain
                 WHERE account_id = ? AND since < ?
                 ORDER BY since
                 LIMIT ?
                """, UncertainRows::ref, RowIds.bytes(accountId), Times.utc(before), limit);
    }

    long count() {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT COUNT(*) FROM messages_uncertain", Long.class));
    }

    private static MessageRef ref(ResultSet rs, int row) throws SQLException {
        return new MessageRef(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("message_id")));
    }
}
