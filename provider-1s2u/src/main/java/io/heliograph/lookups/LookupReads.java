package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code lookups_lookup}. */
@Repository
class LookupReads {

    private final JdbcClient jdbc;

    LookupReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Lookup> page(UUID tenantId, UUID jobId, LookupFilter filter, int after, int limit) {
        JdbcClient.StatementSpec statement = jdbc.sql("""
                        SELECT tenant_id, job_id, position, msisdn, state, status, reused, price, refunded, reason,
                               answered_at, %s
                          FROM lookups_lookup
                         WHERE tenant_id = :tenantId AND job_id = :jobId AND position > :after %s %s %s
                         ORDER BY position LIMIT :limit
                        """.formatted(
                        AnswerColumns.NAMES,
                        filter.states().isEmpty() ? "" : "AND state IN (:states)",
                        filter.status() == null ? "" : "AND status = :status",
                        filter.startsWith() == null ? "" : "AND msisdn LIKE :start"))
                .param("tenantId", RowIds.bytes(tenantId))
                .param("jobId", RowIds.bytes(jobId))
                .param("after", after)
                .param("limit", limit);
        if (!filter.states().isEmpty()) {
            statement = statement.param(
                    "states", filter.states().stream().map(LookupState::name).toList());
        }
        if (filter.status() != null) {
            statement = statement.param("status", filter.status().name());
        }
        if (filter.startsWith() != null) {
            statement = statement.param("start", filter.startsWith() + "%");
        }
        return statement.query(LookupReads::lookup).list();
    }

    private static Lookup lookup(ResultSet rs, int row) throws SQLException {
        @Nullable String status = rs.getString("status");
        return new Lookup(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("job_id")),
                rs.getInt("position"),
                rs.getString("msisdn"),
                LookupState.valueOf(rs.getString("state")),
                status == null ? null : NumberStatus.valueOf(status),
                status == null ? null : AnswerColumns.read(rs),
                Times.instantOrNull(rs, "answered_at"),
                rs.getBoolean("reused"),
                new Credits(rs.getLong("price")),
                new Credits(rs.getLong("refunded")),
                rs.getString("reason"));
    }
}
