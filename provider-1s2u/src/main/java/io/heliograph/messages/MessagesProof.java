package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Consumption;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Difference;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.ProofCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * Proves that every accepted submission was charged once and every refunded message refunded once. A transfer's key
 * keeps a second one out, so equal counts and equal sums leave no room for a missing one.
 */
@Component
class MessagesProof implements ProofCheck {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    MessagesProof(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    @Override
    public List<Difference> check() {
        Map<UUID, Consumption> charged = ledger.consumed();
        Map<UUID, Consumption> accepted = accepted();
        Set<UUID> tenants = new HashSet<>(charged.keySet());
        tenants.addAll(accepted.keySet());
        List<Difference> differences = new ArrayList<>(torn());
        for (UUID tenant : tenants) {
            compare(
                    tenant,
                    accepted.getOrDefault(tenant, Consumption.NONE),
                    charged.getOrDefault(tenant, Consumption.NONE),
                    differences);
        }
        return differences;
    }

    private static void compare(UUID tenant, Consumption messages, Consumption ledger, List<Difference> differences) {
        if (!messages.credits().equals(ledger.credits())) {
            differences.add(
                    Difference.of("Price of all messages less refunds", tenant, messages.credits(), ledger.credits()));
        }
        if (messages.charges() != ledger.charges()) {
            differences.add(count("Charges of submissions", tenant, messages.charges(), ledger.charges()));
        }
        if (messages.refunds() != ledger.refunds()) {
            differences.add(count("Refunds of messages", tenant, messages.refunds(), ledger.refunds()));
        }
    }

    private static Difference count(String what, UUID tenant, long expected, long found) {
        return new Difference(what, tenant, Long.toString(expected), Long.toString(found));
    }

    /** What the ledger should say of each tenant, by its submissions and messages, those no longer kept included. */
    private Map<UUID, Consumption> accepted() {
        Map<UUID, Consumption> accepted = new HashMap<>();
        jdbc.sql("""
                        SELECT tenant_id, SUM(credits) AS credits, SUM(charges) AS charges, SUM(refunds) AS refunds
                          FROM (SELECT tenant_id, SUM(price) AS credits, SUM(price > 0) AS charges, 0 AS refunds
                                  FROM messages_submission GROUP BY tenant_id
                                 UNION ALL
                                SELECT tenant_id, -SUM(refunded), 0, SUM(refunded > 0)
                                  FROM messages_message GROUP BY tenant_id
                                 UNION ALL
                                SELECT tenant_id, credits, charges, refunds FROM messages_forgotten) parts
                         GROUP BY tenant_id
                        """).query(rs -> {
            accepted.put(
                    RowIds.uuid(rs.getBytes("tenant_id")),
                    new Consumption(new Credits(rs.getLong("credits")), rs.getLong("charges"), rs.getLong("refunds")));
        });
        return accepted;
    }

    /** Submissions that do not agree with their own messages. */
    private List<Difference> torn() {
        return jdbc.sql("""
                        SELECT s.tenant_id, s.id, s.price, COALESCE(SUM(m.price), 0) AS of_messages
                          FROM messages_submission s
                          LEFT JOIN messages_message m ON m.tenant_id = s.tenant_id AND m.submission_id = s.id
                         GROUP BY s.tenant_id, s.id, s.price, s.messages
                        HAVING s.price <> COALESCE(SUM(m.price), 0) OR s.messages <> COUNT(m.id)
                         LIMIT 100
                        """).query(MessagesProof::difference).list();
    }

    private static Difference difference(ResultSet rs, int row) throws SQLException {
        return Difference.of(
                "Messages of submission " + RowIds.uuid(rs.getBytes("id")),
                RowIds.uuid(rs.getBytes("tenant_id")),
                new Credits(rs.getLong("price")),
                new Credits(rs.getLong("of_messages")));
    }
}
