package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Consumption;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Difference;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.ProofCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proves that every job that started was charged once, by the sum of its lookups, and every lookup refunded at most once:
 * a lookup is in one refund at most, and a transfer's key keeps a second one of it out, so equal counts and equal sums
 * leave no room for another.
 */
@Component
class LookupsProof implements ProofCheck {

    private static final int MOST_TORN = 100;

    private final JdbcClient jdbc;
    private final Ledger ledger;

    LookupsProof(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    @Override
    public List<Difference> check() {
        Map<UUID, Consumption> found = ledger.consumedByLookups();
        Map<UUID, Consumption> expected = expected();
        Set<UUID> tenants = new HashSet<>(found.keySet());
        tenants.addAll(expected.keySet());
        List<Difference> differences = new ArrayList<>(torn());
        for (UUID tenant : tenants) {
            Consumption ours = expected.getOrDefault(tenant, Consumption.NONE);
            Consumption theirs = found.getOrDefault(tenant, Consumption.NONE);
            if (!ours.equals(theirs)) {
                differences.add(
                        new Difference("Price, charges and refunds of lookups", tenant, text(ours), text(theirs)));
            }
        }
        return differences;
    }

    /** What the ledger should say of each tenant, by its jobs and lookups, those no longer kept included. */
    private Map<UUID, Consumption> expected() {
        Map<UUID, Consumption> expected = new HashMap<>();
        jdbc.sql("""
                SELECT tenant_id, SUM(price) AS price, SUM(price > 0) AS charges FROM lookups_job
                 WHERE state NOT IN ('STAGING', 'DRAFT') GROUP BY tenant_id
                """).query(rs -> {
            expected.put(
                    RowIds.uuid(rs.getBytes("tenant_id")),
                    new Consumption(new Credits(rs.getLong("price")), rs.getLong("charges"), 0));
        });
        jdbc.sql("""
                SELECT tenant_id, SUM(refunded) AS refunded, COUNT(DISTINCT refund_id) AS refunds FROM lookups_lookup
                 WHERE refunded > 0 GROUP BY tenant_id
                """).query(rs -> {
            expected.merge(
                    RowIds.uuid(rs.getBytes("tenant_id")),
                    new Consumption(new Credits(-rs.getLong("refunded")), 0, rs.getLong("refunds")),
                    Consumption::plus);
        });
        jdbc.sql("SELECT tenant_id, credits, charges, refunds FROM lookups_forgotten")
                .query(rs -> {
                    expected.merge(
                            RowIds.uuid(rs.getBytes("tenant_id")),
                            new Consumption(
                                    new Credits(rs.getLong("credits")), rs.getLong("charges"), rs.getLong("refunds")),
                            Consumption::plus);
                });
        return expected;
    }

    /** Jobs that do not agree with their own lookups. */
    private List<Difference> torn() {
        return jdbc.sql("""
                SELECT j.tenant_id, j.id, j.price, j.refunded, j.waiting, j.asking, l.price AS of_price,
                       l.refunded AS of_refunded, l.waiting AS of_waiting, l.asking AS of_asking
                  FROM lookups_job j
                  LEFT JOIN (SELECT tenant_id, job_id, SUM(price) AS price, SUM(refunded) AS refunded,
                                    SUM(state = 'WAITING') AS waiting, SUM(state = 'ASKING') AS asking,
                                    SUM(state = 'FAILED') AS failed, SUM(state = 'CANCELLED') AS cancelled,
                                    SUM(state = 'ANSWERED') AS answered
                               FROM lookups_lookup GROUP BY tenant_id, job_id) l
                    ON l.tenant_id = j.tenant_id AND l.job_id = j.id
                 WHERE j.state NOT IN ('STAGING', 'DRAFT')
                   AND NOT (j.price <=> l.price AND j.refunded <=> l.refunded AND j.waiting <=> l.waiting
                            AND j.asking <=> l.asking AND j.failed <=> l.failed AND j.cancelled <=> l.cancelled
                            AND j.active + j.switched_off + j.no_messages + j.not_in_use + j.unclear <=> l.answered)
                 LIMIT :limit
                """)
                .param("limit", MOST_TORN)
                .query((rs, _) -> new Difference(
                        "Lookups of job " + RowIds.uuid(rs.getBytes("id")),
                        RowIds.uuid(rs.getBytes("tenant_id")),
                        new Credits(rs.getLong("price")) + " less " + new Credits(rs.getLong("refunded")) + ", "
                                + rs.getInt("waiting") + " wait, " + rs.getInt("asking") + " asked",
                        new Credits(rs.getLong("of_price")) + " less " + new Credits(rs.getLong("of_refunded")) + ", "
                                + rs.getInt("of_waiting") + " wait, " + rs.getInt("of_asking") + " asked"))
                .list();
    }

    private static String text(Consumption of) {
        return of.credits() + ", " + of.charges() + " charges, " + of.refunds() + " refunds";
    }
}
