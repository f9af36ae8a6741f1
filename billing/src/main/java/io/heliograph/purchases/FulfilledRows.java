package io.heliograph.purchases;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All purchases that were fulfilled, of all tenants: for the proof alone. */
@Repository
class FulfilledRows {

    private final JdbcClient jdbc;

    FulfilledRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FulfilledPurchase> all() {
        Map<UUID, FulfilledPurchase> found = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT p.tenant_id, p.id, p.credits AS bought, r.stripe_id, r.kind, r.amount, r.credits, r.collected,
                    r.collections, r.state
                FROM purchases_purchase p
                LEFT JOIN purchases_reversal r ON r.tenant_id = p.tenant_id AND r.purchase_id = p.id
                WHERE p.state = 'FULFILLED'
                """).query(row -> {
            FulfilledPurchase purchase = purchase(row);
            FulfilledPurchase before = found.putIfAbsent(purchase.id(), purchase);
            if (row.getString("stripe_id") != null) {
                (before == null ? purchase : before).reversals().add(ReversalRows.row(row, 0));
            }
        });
        return List.copyOf(found.values());
    }

    private static FulfilledPurchase purchase(ResultSet row) throws SQLException {
        return new FulfilledPurchase(
                RowIds.uuid(row.getBytes("tenant_id")),
                RowIds.uuid(row.getBytes("id")),
                new Credits(row.getLong("bought")),
                new ArrayList<>());
    }
}
