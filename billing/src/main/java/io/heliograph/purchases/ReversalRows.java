package io.heliograph.purchases;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import io.heliograph.purchases.stripe.Reversal.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code purchases_reversal}; guarded by the lock of their purchase's row. */
@Repository
class ReversalRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReversalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ReversalRow> of(Purchase purchase) {
        return jdbc.sql("""
                SELECT stripe_id, kind, amount, credits, collected, collections, state
                FROM purchases_reversal
                WHERE tenant_id = ? AND purchase_id = ?
                ORDER BY created_at, stripe_id
                """)
                .params(bytes(purchase.tenantId()), bytes(purchase.id()))
                .query(ReversalRows::row)
                .list();
    }

    void insert(Purchase purchase, ReversalRow reversal) {
        jdbc.sql("""
                INSERT INTO purchases_reversal (tenant_id, purchase_id, stripe_id, kind, amount, credits, collected,
                    collections, state, created_at, state_at)
                VALUES (:tenantId, :purchaseId, :stripeId, :kind, :amount, :credits, :collected,
                    :collections, :state, :now, :now)
                """)
                .param("tenantId", bytes(purchase.tenantId()))
                .param("purchaseId", bytes(purchase.id()))
                .param("stripeId", reversal.stripeId())
                .param("kind", reversal.kind().name())
                .param("amount", reversal.amount())
                .param("credits", reversal.credits().tenThousandths())
                .param("collected", reversal.collected().tenThousandths())
                .param("collections", reversal.collections())
                .param("state", reversal.state().name())
                .param("now", Times.utc(clock.instant()))
                .update();
    }

    /** Writes a change; a row that somebody changed meanwhile is an {@link IllegalStateException}. */
    void update(Purchase purchase, ReversalRow before, ReversalRow after) {
        int updated = jdbc.sql("""
                UPDATE purchases_reversal
                SET collected = :collected, collections = :collections, state = :state, state_at = :now
                WHERE tenant_id = :tenantId AND purchase_id = :purchaseId AND stripe_id = :stripeId
                  AND state = :stateBefore AND collections = :collectionsBefore
                """)
                .param("collected", after.collected().tenThousandths())
                .param("collections", after.collections())
                .param("state", after.state().name())
                .param("now", Times.utc(clock.instant()))
                .param("tenantId", bytes(purchase.tenantId()))
                .param("purchaseId", bytes(purchase.id()))
                .param("stripeId", before.stripeId())
                .param("stateBefore", before.state().name())
                .param("collectionsBefore", before.collections())
                .update();
        if (updated != 1) {
            throw new IllegalStateException(before.stripeId() + " was changed without the lock of its purchase");
        }
    }

    static ReversalRow row(ResultSet rs, int rowNumber) throws SQLException {
        return new ReversalRow(
                rs.getString("stripe_id"),
                Kind.valueOf(rs.getString("kind")),
                rs.getLong("amount"),
                new Credits(rs.getLong("credits")),
                new Credits(rs.getLong("collected")),
                rs.getInt("collections"),
                ReversalState.valueOf(rs.getString("state")));
    }
}
