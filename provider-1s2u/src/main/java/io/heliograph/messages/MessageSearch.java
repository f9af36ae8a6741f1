package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks through one tenant's messages. Ids grow with time, so a page is a range of the primary key. */
@Repository
class MessageSearch {

    private static final int NEWER_AT_MOST = 1_000;

    private final JdbcClient jdbc;

    MessageSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Message> page(UUID tenantId, MessageFilter filter, @Nullable UUID before, int limit) {
        Where where = new Where(tenantId, filter);
        if (before != null) {
            where.and("m.id < ?", RowIds.bytes(before));
        }
        return jdbc.sql("SELECT " + MessageRows.COLUMNS + " FROM messages_message m WHERE " + where.sql()
                        + " ORDER BY m.id DESC LIMIT " + limit)
                .params(where.params())
                .query(MessageRows::message)
                .list();
    }

    int newerThan(UUID tenantId, MessageFilter filter, UUID newest) {
        Where where = new Where(tenantId, filter).and("m.id > ?", RowIds.bytes(newest));
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 AS one FROM messages_message m WHERE " + where.sql() + " LIMIT "
                        + NEWER_AT_MOST + ") newer")
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    Map<MessageState, Long> counts(UUID tenantId, MessageFilter filter) {
        Where where = new Where(tenantId, filter);
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        jdbc.sql("SELECT m.state, COUNT(*) AS messages FROM messages_message m WHERE " + where.sql()
                        + " GROUP BY m.state")
                .params(where.params())
                .query(rs -> {
                    counts.put(MessageState.valueOf(rs.getString("state")), rs.getLong("messages"));
                });
        return counts;
    }

    Held held(UUID tenantId) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS messages, COALESCE(SUM(m.price - m.refunded), 0) AS credits
                          FROM messages_message m
                         WHERE m.tenant_id = ? AND m.state IN ('UNCERTAIN', 'UNKNOWN') AND m.refunded < m.price
                        """)
                .params(RowIds.bytes(tenantId))
                .query((rs, _) -> new Held(rs.getLong("messages"), new Credits(rs.getLong("credits"))))
                .single();
    }

    /** Submissions with messages of this very text to these numbers, most messages first; refused and stopped ones don't count. */
    List<Alike> alike(UUID tenantId, String text, List<String> msisdns, Instant since) {
        return jdbc.sql("""
                        SELECT m.submission_id, MIN(m.accepted_at) AS accepted_at, COUNT(*) AS messages
                          FROM messages_message m
                         WHERE m.tenant_id = :tenant AND m.msisdn IN (:msisdns) AND m.id >= :since
                           AND m.body = :body AND m.state NOT IN ('REFUSED', 'CANCELLED')
                         GROUP BY m.submission_id
                         ORDER BY messages DESC
                         LIMIT 5
                        """)
                .param("tenant", RowIds.bytes(tenantId))
                .param("msisdns", msisdns)
                .param("since", RowIds.bytes(RowIds.lowest(since)))
                .param("body", text)
                .query((rs, row) -> new Alike(
                        RowIds.uuid(rs.getBytes("submission_id")),
                        Times.instant(rs, "accepted_at"),
                        rs.getInt("messages")))
                .list();
    }

    /** The conditions of a search, tenant first. */
    private static final class Where {

        private final StringBuilder sql = new StringBuilder("m.tenant_id = ?");
        private final List<Object> params = new ArrayList<>();

        Where(UUID tenantId, MessageFilter filter) {
            params.add(RowIds.bytes(tenantId));
            if (!filter.states().isEmpty()) {
                sql.append(" AND m.state IN (")
                        .append(String.join(
                                ", ", filter.states().stream().map(_ -> "?").toList()))
                        .append(")");
                filter.states().forEach(state -> params.add(state.name()));
            }
            if (filter.msisdn() != null) {
                and("m.msisdn = ?", filter.msisdn());
            }
            if (filter.submissionId() != null) {
                and("m.submission_id = ?", RowIds.bytes(filter.submissionId()));
            }
            if (filter.from() != null) {
                and("m.id >= ?", RowIds.bytes(RowIds.lowest(filter.from())));
            }
        }

        Where and(String condition, Object param) {
            sql.append(" AND ").append(condition);
            params.add(param);
            return this;
        }

        String sql() {
            return sql.toString();
        }

        List<Object> params() {
            return params;
        }
    }
}
