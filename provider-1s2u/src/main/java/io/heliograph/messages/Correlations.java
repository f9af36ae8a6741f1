package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * Keeps the ids that answers gave for the numbers of their requests.
     *
     * @return the id of each message of which it is certain: one id is everybody's, as many ids as numbers are mapped by
     *     position, and any other count is left to the reports, which carry both
     */
    Map<UUID, String> keep(List<Answered> answers, Instant at) {
        Map<UUID, String> certain = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> doubtful = new ArrayList<>();
        for (Answered answer : answers) {
            boolean byPosition = answer.ids().size() == answer.request().size();
            for (int i = 0; i < answer.request().size(); i++) {
                Message message = answer.request().get(i);
                List<String> candidates = byPosition ? List.of(answer.ids().get(i)) : answer.ids();
                candidates.forEach(id -> rows.add(row(message, id, at)));
                if (candidates.size() == 1) {
                    certain.put(message.id(), candidates.getFirst());
                } else {
                    candidates.forEach(id -> doubtful.add(doubt(message, id)));
                }
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO messages_correlation
                    (account_id, provider_message_id, msisdn, tenant_id, message_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE created_at = messages_correlation.created_at
                """, rows);
        keepDoubtful(doubtful);
        return certain;
    }

    /** Keeps an id that a report told: whether it becomes the message's own depends on what the report says. */
    void keepTold(Message message, String id, Instant at) {
        keep(List.of(new Answered(List.of(message), List.of(message), List.of(id))), at);
        keepDoubtful(List.<Object[]>of(doubt(message, id)));
    }

    private void keepDoubtful(List<Object[]> doubtful) {
        if (!doubtful.isEmpty()) {
            jdbc.batchUpdate("""
                    INSERT INTO messages_doubtful_id (tenant_id, message_id, provider_message_id)
                    VALUES (?, ?, ?)
                    ON DUPLICATE KEY UPDATE message_id = messages_doubtful_id.message_id
                    """, doubtful);
        }
    }

    private static Object[] doubt(Message message, String id) {
        return new Object[] {RowIds.bytes(message.tenantId()), RowIds.bytes(message.id()), id};
    }

    /** The messages that these ids and numbers name; one that names nothing is left out. */
    Map<Correlation, MessageRef> find(Collection<Correlation> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Correlation, MessageRef> found = new HashMap<>();
        JdbcClient.create(jdbc)
                .sql("SELECT c.account_id, c.provider_message_id, c.msisdn, c.tenant_id, c.message_id FROM "
                        + rows(wanted.size()))
                .params(params(wanted))
                .query(rs -> {
                    found.put(correlation(rs, "account_id", "provider_message_id", "msisdn"), ref(rs));
                });
        return found;
    }

    /** The messages themselves, locked. They are reached from here, never the other way round. */
    Map<Correlation, Message> lock(Collection<Correlation> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Correlation, Message> found = new HashMap<>();
        JdbcClient.create(jdbc)
                .sql("SELECT c.account_id AS c_account_id, c.provider_message_id AS c_id, c.msisdn AS c_msisdn, "
                        + MessageRows.COLUMNS + " FROM " + rows(wanted.size())
                        + " STRAIGHT_JOIN messages_message m ON m.tenant_id = c.tenant_id AND m.id = c.message_id"
                        + " FOR UPDATE")
                .params(params(wanted))
                .query(rs -> {
                    found.put(correlation(rs, "c_account_id", "c_id", "c_msisdn"), MessageRows.message(rs, 0));
                });
        return found;
    }

    /** So many rows by their keys, as {@link io.heliograph.db.RowKeys} finds them, and for the same reason. */
    private static String rows(int count) {
        return "(SELECT ? AS account_id, ? AS provider_message_id, ? AS msisdn"
                + " UNION ALL SELECT ?, ?, ?".repeat(count - 1)
                + ") wanted STRAIGHT_JOIN messages_correlation c ON c.account_id = wanted.account_id"
                + " AND c.provider_message_id = wanted.provider_message_id COLLATE utf8mb4_bin"
                + " AND c.msisdn = wanted.msisdn COLLATE utf8mb4_unicode_520_ci";
    }

    private static List<Object> params(Collection<Correlation> wanted) {
        return wanted.stream()
                .<Object>mapMulti((one, params) -> {
                    params.accept(RowIds.bytes(one.accountId()));
                    params.accept(one.providerMessageId());
                    params.accept(one.msisdn());
                })
                .toList();
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

    private static Correlation correlation(ResultSet rs, String account, String id, String msisdn) throws SQLException {
        return new Correlation(RowIds.uuid(rs.getBytes(account)), rs.getString(id), rs.getString(msisdn));
    }

    private static MessageRef ref(ResultSet rs) throws SQLException {
        return new MessageRef(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("message_id")));
    }
}
