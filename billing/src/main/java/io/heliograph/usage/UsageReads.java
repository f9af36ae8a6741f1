package io.heliograph.usage;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.rates.Product;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads sums by day and what is not folded yet, in one statement, so that nothing is missed or counted twice. */
@Repository
class UsageReads {

    private final JdbcClient jdbc;

    UsageReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<LocalDate, UsageByState> byDay(UUID tenantId, LocalDate from, LocalDate to, Product product) {
        return read("day", List.of(tenantId), from, to, product, rs -> rs.getObject("name", LocalDate.class));
    }

    Map<String, UsageByState> byDestination(UUID tenantId, LocalDate from, LocalDate to, Product product) {
        return read("destination", List.of(tenantId), from, to, product, rs -> rs.getString("name"));
    }

    Map<String, UsageByState> bySender(UUID tenantId, LocalDate from, LocalDate to, Product product) {
        return read("sender", List.of(tenantId), from, to, product, rs -> rs.getString("name"));
    }

    Map<UUID, UsageByState> totals(Collection<UUID> tenantIds, LocalDate from, LocalDate to, Product product) {
        Map<UUID, UsageByState> totals = new HashMap<>();
        tenantIds.forEach(tenantId -> totals.put(tenantId, UsageByState.NONE));
        if (!tenantIds.isEmpty()) {
            totals.putAll(read("tenant_id", tenantIds, from, to, product, rs -> RowIds.uuid(rs.getBytes("name"))));
        }
        return totals;
    }

    /** The metered credits of every tenant. */
    Map<UUID, Credits> credits() {
        Map<UUID, Credits> credits = new HashMap<>();
        jdbc.sql("""
                SELECT tenant_id, CAST(SUM(credits) AS SIGNED) AS credits FROM (
                    SELECT tenant_id, credits FROM usage_daily
                    UNION ALL
                    SELECT tenant_id, credits FROM usage_delta) AS metered
                GROUP BY tenant_id
                """).query(rs -> {
            credits.put(RowIds.uuid(rs.getBytes("tenant_id")), new Credits(rs.getLong("credits")));
        });
        return credits;
    }

    /** The column is one of ours, never anything from outside. */
    private <K> Map<K, UsageByState> read(
            String column,
            Collection<UUID> tenantIds,
            LocalDate from,
            LocalDate to,
            Product product,
            NameReader<K> name) {
        RowMapper<Sum<K>> mapper = (rs, rowNumber) -> new Sum<>(
                name.read(rs),
                rs.getString("state"),
                new UsageTotals(
                        rs.getLong("messages"),
                        rs.getLong("segments"),
                        new Credits(rs.getLong("credits")),
                        new Credits(rs.getLong("margin"))));
        List<Sum<K>> sums = jdbc.sql("""
                    SELECT %1$s AS name, state, CAST(SUM(messages) AS SIGNED) AS messages,
                        CAST(SUM(segments) AS SIGNED) AS segments, CAST(SUM(credits) AS SIGNED) AS credits,
                        CAST(SUM(margin) AS SIGNED) AS margin
                    FROM (
                        SELECT %1$s, state, messages, segments, credits, margin FROM usage_daily
                        WHERE tenant_id IN (:tenantIds) AND day BETWEEN :from AND :to AND product = :product
                        UNION ALL
                        SELECT %1$s, state, messages, segments, credits, margin FROM usage_delta
                        WHERE tenant_id IN (:tenantIds) AND day BETWEEN :from AND :to AND product = :product) AS metered
                    GROUP BY %1$s, state
                    """.formatted(column))
                .param("tenantIds", tenantIds.stream().map(RowIds::bytes).toList())
                .param("from", from)
                .param("to", to)
                .param("product", product.name())
                .query(mapper)
                .list();
        return byName(sums);
    }

    private static <K> Map<K, UsageByState> byName(List<Sum<K>> sums) {
        Map<K, Map<String, UsageTotals>> states = new HashMap<>();
        for (Sum<K> sum : sums) {
            if (!sum.totals().isNone()) {
                states.computeIfAbsent(sum.name(), name -> new HashMap<>()).put(sum.state(), sum.totals());
            }
        }
        Map<K, UsageByState> byName = new HashMap<>();
        states.forEach((name, totals) -> byName.put(name, new UsageByState(totals)));
        return byName;
    }

    /** Reads what a sum is of. */
    private interface NameReader<K> {
        K read(ResultSet rs) throws SQLException;
    }

    private record Sum<K>(K name, String state, UsageTotals totals) {}
}
