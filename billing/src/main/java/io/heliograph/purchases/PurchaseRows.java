package io.heliograph.purchases;

import static io.heliograph.db.RowIds.bytes;
import static io.heliograph.db.RowIds.bytesOrNull;
import static io.heliograph.db.RowIds.uuid;
import static io.heliograph.db.RowIds.uuidOrNull;

import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code purchases_purchase}. Whoever moves credits for a purchase locks its row first. */
@Repository
class PurchaseRows {

    static final String SELECT = """
            SELECT tenant_id, id, seller_id, package_name, credits, price_minor, currency, state, stripe_account_id,
                   stripe_session_id, stripe_payment_id, reversed_credits, owed_credits, created_by, created_at, state_at
            FROM purchases_purchase
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PurchaseRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Purchase purchase, Duration dueIn) {
        jdbc.sql("""
                INSERT INTO purchases_purchase (tenant_id, id, seller_id, package_name, credits, price_minor, currency,
                    state, stripe_account_id, created_by, created_at, state_at, due_at)
                VALUES (:tenantId, :id, :sellerId, :packageName, :credits, :priceMinor, :currency,
                    :state, :account, :createdBy, :createdAt, :createdAt, UTC_TIMESTAMP(6) + INTERVAL :dueIn SECOND)
                """)
                .param("tenantId", bytes(purchase.tenantId()))
                .param("id", bytes(purchase.id()))
                .param("sellerId", bytes(purchase.sellerId()))
                .param("packageName", purchase.packageName())
                .param("credits", purchase.credits().tenThousandths())
                .param("priceMinor", purchase.price().minor())
                .param("currency", purchase.price().currency().getCurrencyCode())
                .param("state", purchase.state().name())
                .param("account", purchase.stripeAccount())
                .param("createdBy", bytesOrNull(purchase.createdBy()))
                .param("createdAt", Times.utc(purchase.createdAt()))
                .param("dueIn", dueIn.toSeconds())
                .update();
    }

    Optional<Purchase> find(UUID tenantId, UUID id) {
        return jdbc.sql(SELECT + "WHERE tenant_id = ? AND id = ?")
                .params(bytes(tenantId), bytes(id))
                .query(PurchaseRows::row)
                .optional();
    }

    /** The purchase as it is now, and nobody else's to change until the transaction ends. */
    Purchase lock(UUID tenantId, UUID id) {
        return jdbc.sql(SELECT + "WHERE tenant_id = ? AND id = ? FOR UPDATE")
                .params(bytes(tenantId), bytes(id))
                .query(PurchaseRows::row)
                .single();
    }

    /** For Stripe's events only, which know of no tenant. */
    Optional<Purchase> ofSession(String sessionId) {
        return jdbc.sql(SELECT + "WHERE stripe_session_id = ?")
                .param(sessionId)
                .query(PurchaseRows::row)
                .optional();
    }

    /** For Stripe's events only, which know of no tenant. */
    Optional<Purchase> ofPayment(String paymentId) {
        return jdbc.sql(SELECT + "WHERE stripe_payment_id = ?")
                .param(paymentId)
                .query(PurchaseRows::row)
                .optional();
    }

    /** For Stripe's events only, which know of no tenant. */
    Optional<Purchase> ofId(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(bytes(id))
                .query(PurchaseRows::row)
                .optional();
    }

    List<Purchase> waiting(UUID sellerId) {
        return jdbc.sql(SELECT + "WHERE seller_id = ? AND state = 'PAID' ORDER BY id")
                .param(bytes(sellerId))
                .query(PurchaseRows::row)
                .list();
    }

    /** What a seller owes to buyers who have paid. */
    Credits waitingCredits(UUID sellerId) {
        return new Credits(
                jdbc.sql("""
                SELECT COALESCE(SUM(credits), 0) FROM purchases_purchase WHERE seller_id = ? AND state = 'PAID'
                """).param(bytes(sellerId)).query(Long.class).single());
    }

    /** Notes the checkout; false if the purchase is not open any more. */
    boolean attachSession(Purchase purchase, String sessionId) {
        return jdbc.sql("""
                UPDATE purchases_purchase SET stripe_session_id = :sessionId
                WHERE tenant_id = :tenantId AND id = :id AND state = 'OPEN' AND stripe_session_id IS NULL
                """)
                        .param("sessionId", sessionId)
                        .param("tenantId", bytes(purchase.tenantId()))
                        .param("id", bytes(purchase.id()))
                        .update()
                == 1;
    }

    void notePayment(Purchase purchase, String paymentId) {
        jdbc.sql("UPDATE purchases_purchase SET stripe_payment_id = ? WHERE tenant_id = ? AND id = ?")
                .params(paymentId, bytes(purchase.tenantId()), bytes(purchase.id()))
                .update();
    }

    /** Changes the state if it is still the purchase's, and says whether it was. */
    boolean become(Purchase purchase, PurchaseState next) {
        if (!purchase.state().canBecome(next)) {
            throw new IllegalStateException(purchase.id() + " is " + purchase.state() + " and can't become " + next);
        }
        return jdbc.sql("""
                UPDATE purchases_purchase SET state = :next, state_at = :now
                WHERE tenant_id = :tenantId AND id = :id AND state = :state
                """)
                        .param("next", next.name())
                        .param("now", Times.utc(clock.instant()))
                        .param("tenantId", bytes(purchase.tenantId()))
                        .param("id", bytes(purchase.id()))
                        .param("state", purchase.state().name())
                        .update()
                == 1;
    }

    void noteReversals(Purchase purchase, Credits reversed, Credits owed) {
        jdbc.sql("""
                UPDATE purchases_purchase SET reversed_credits = :reversed, owed_credits = :owed
                WHERE tenant_id = :tenantId AND id = :id
                """)
                .param("reversed", reversed.tenThousandths())
                .param("owed", owed.tenThousandths())
                .param("tenantId", bytes(purchase.tenantId()))
                .param("id", bytes(purchase.id()))
                .update();
    }

    /** When background work looks at a purchase next; null for never. */
    void due(Purchase purchase, @Nullable Duration in) {
        jdbc.sql("""
                UPDATE purchases_purchase SET due_at = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND
                WHERE tenant_id = :tenantId AND id = :id
                """)
                .param("seconds", in == null ? null : in.toSeconds())
                .param("tenantId", bytes(purchase.tenantId()))
                .param("id", bytes(purchase.id()))
                .update();
    }

    List<Purchase> due(int limit) {
        return jdbc.sql(SELECT + "WHERE due_at <= UTC_TIMESTAMP(6) ORDER BY due_at LIMIT ?")
                .param(limit)
                .query(PurchaseRows::row)
                .list();
    }

    /** Takes a due purchase for a while, so that no other node works on it; false if one was faster. */
    boolean claim(Purchase purchase, Duration lease) {
        return jdbc.sql("""
                UPDATE purchases_purchase SET due_at = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND
                WHERE tenant_id = :tenantId AND id = :id AND due_at <= UTC_TIMESTAMP(6)
                """)
                        .param("seconds", lease.toSeconds())
                        .param("tenantId", bytes(purchase.tenantId()))
                        .param("id", bytes(purchase.id()))
                        .update()
                == 1;
    }

    static Purchase row(ResultSet rs, int rowNumber) throws SQLException {
        return new Purchase(
                uuid(rs.getBytes("tenant_id")),
                uuid(rs.getBytes("id")),
                uuid(rs.getBytes("seller_id")),
                rs.getString("package_name"),
                new Credits(rs.getLong("credits")),
                Price.of(rs.getLong("price_minor"), rs.getString("currency")),
                PurchaseState.valueOf(rs.getString("state")),
                rs.getString("stripe_account_id"),
                rs.getString("stripe_session_id"),
                rs.getString("stripe_payment_id"),
                new Credits(rs.getLong("reversed_credits")),
                new Credits(rs.getLong("owed_credits")),
                uuidOrNull(rs.getBytes("created_by")),
                Times.instant(rs, "created_at"),
                Times.instant(rs, "state_at"));
    }
}
