package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which message a delivery report is about. 1s2u names it by its own id and the number, so both together are the key
 * (contract S6).
 */
@Repository
class Correlations {

    private final JdbcTemplate jdbc;

    Correlations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the ids that one answer gave for the numbers of one request, in the order of the request.
     *
     * @return the id of each message of which it is certain: one id is everybody's, as many ids as numbers are mapped by
     *     position, and any other count is left to the reports, which carry both
     */
    Map<UUID, String> keep(List<Message> request, List<String> ids, Instant at) {
        Map<UUID, String> certain = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        boolean byPosition = ids.size() == request.size();
        for (int i = 0; i < request.size(); i++) {
            Message message = request.get(i);
            List<String> candidates = byPosition ? List.of(ids.get(i)) : ids;
            candidates.forEach(id -> rows.add(row(message, id, at)));
            if (candidates.size() == 1) {
                certain.put(message.id(), candidates.getFirst());
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO messages_correlation
                    (account_id, provider_message_id, msisdn, tenant_id, message_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE created_at = messages_correlation.created_at
                """, rows);
        return certain;
    }

    Optional<MessageRef> find(UUID accountId, String providerMessageId, String msisdn) {
        return JdbcClient.create(jdbc)
                .sql("""
                        SELECT tenant_id, message_id
                          FROM messages_correlation
                         WHERE account_id = ? AND provider_message_id = ? AND msisdn = ?
                        """)
                .params(RowIds.bytes(accountId), providerMessageId, msisdn)
                .query(Correlations::ref)
                .optional();
    }

    private static Object[] row(Message message, String id, Instant at) {
        return new Object[] {
            RowIds.bytes(message.accountId()),
            id,
            message.msisdn(),
            RowIds.bytes(message.tenantId()),
            RowIds.bytes(message.id()),
            Times.utc(at)
        };
    }

    private static MessageRef ref(ResultSet rs, int row) throws SQLException {
        return new MessageRef(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("message_id")));
    }
}
