package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code lookups_lookup} for those who look at it. */
@Repository
class LookupReads {

    private static final String COLUMNS = "tenant_id, job_id, position, msisdn, state, status, reused, price, refunded,"
            + " reason, answered_at, " + AnswerColumns.NAMES;

    private final JdbcClient jdbc;

    LookupReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page. Every kind of lookup is read in the order of its index, so that a page costs the same anywhere. */
    List<Lookup> page(UUID tenantId, UUID jobId, LookupFilter filter, int after, int limit) {
        List<Object> params = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (Kind kind : kinds(filter)) {
            kinds.add("(SELECT " + COLUMNS + " FROM lookups_lookup" + kind.index()
                    + " WHERE tenant_id = ? AND job_id = ? AND position > ?"
                    + kind.condition()
                    + (filter.startsWith() == null ? "" : " AND msisdn LIKE ?")
                    + " ORDER BY position LIMIT ?)");
            params.addAll(List.of(RowIds.bytes(tenantId), RowIds.bytes(jobId), after));
            params.addAll(kind.params());
            if (filter.startsWith() != null) {
                params.add(filter.startsWith() + "%");
            }
            params.add(limit);
        }
        if (kinds.isEmpty()) {
            return List.of();
        }
        params.add(limit);
        return jdbc.sql(String.join(" UNION ALL ", kinds) + " ORDER BY position LIMIT ?")
                .params(params)
                .query(LookupReads::lookup)
                .list();
    }

    private static List<Kind> kinds(LookupFilter filter) {
        if (filter.states().isEmpty()) {
            return List.of(filter.status() == null ? new Kind("", List.of()) : Kind.answered(filter.status()));
        }
        return filter.states().stream()
                .sorted()
                .flatMap(state -> state == LookupState.ANSWERED
                        ? answered(filter).map(Kind::answered)
                        : filter.status() == null ? Stream.of(Kind.open(state)) : Stream.empty())
                .toList();
    }

    private static Stream<NumberStatus> answered(LookupFilter filter) {
        return filter.status() == null ? Stream.of(NumberStatus.values()) : Stream.of(filter.status());
    }

    /** Lookups that stand together in the index by state and status. */
    private record Kind(String condition, List<Object> params) {

        /** Named, as the database may take all lookups of the job in their order instead. */
        String index() {
            return condition.isEmpty() ? "" : " FORCE INDEX (lookups_lookup_state)";
        }

        static Kind answered(NumberStatus status) {
            return new Kind(" AND state = ? AND status = ?", List.of(LookupState.ANSWERED.name(), status.name()));
        }

        static Kind open(LookupState state) {
            return new Kind(" AND state = ? AND status IS NULL", List.of(state.name()));
        }
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
