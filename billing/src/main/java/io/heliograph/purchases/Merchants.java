package io.heliograph.purchases;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.Times;
import io.heliograph.purchases.stripe.StripeConnection;
import io.heliograph.purchases.stripe.StripeFailedException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts at Stripe on which resellers are paid by their customers. */
@Repository
public class Merchants {

    private final JdbcClient jdbc;
    private final StripeConnection stripe;
    private final Clock clock;

    Merchants(JdbcClient jdbc, StripeConnection stripe, Clock clock) {
        this.jdbc = jdbc;
        this.stripe = stripe;
        this.clock = clock;
    }

    /**
     * Has a reseller paid on this connected account from now on, after asking Stripe about it. Purchases begun before
     * stay on the account on which they were begun. Must not be called inside a transaction.
     *
     * @param account Stripe's id of it, {@code acct_…}
     * @throws StripeFailedException if Stripe does not answer
     */
    public ConnectResult connect(UUID tenantId, String account) {
        OutsideTransactions.require();
        if (!stripe.isOn()) {
            return ConnectResult.BUYING_IS_OFF;
        }
        if (openedForAnother(tenantId, account)) {
            return ConnectResult.ANOTHER_TENANTS;
        }
        if (!canBePaid(account)) {
            return ConnectResult.CANNOT_BE_PAID;
        }
        try {
            jdbc.sql("""
                    INSERT INTO purchases_merchant (tenant_id, stripe_account_id, connected_at)
                    VALUES (:tenantId, :account, :now)
                    """)
                    .param("tenantId", bytes(tenantId))
                    .param("account", account)
                    .param("now", Times.utc(clock.instant()))
                    .update();
        } catch (DuplicateKeyException connectedBefore) {
            return change(tenantId, account);
        }
        return ConnectResult.CONNECTED;
    }

    /** Stops card payments to a reseller. */
    public void disconnect(UUID tenantId) {
        jdbc.sql("DELETE FROM purchases_merchant WHERE tenant_id = ?")
                .param(bytes(tenantId))
                .update();
    }

    /** The connected account of a reseller; empty if its customers can't pay by card. */
    public Optional<String> accountOf(UUID tenantId) {
        return jdbc.sql("SELECT stripe_account_id FROM purchases_merchant WHERE tenant_id = ?")
                .param(bytes(tenantId))
                .query(String.class)
                .optional();
    }

    private ConnectResult change(UUID tenantId, String account) {
        try {
            int changed = jdbc.sql("""
                    UPDATE purchases_merchant SET stripe_account_id = :account, connected_at = :now
                    WHERE tenant_id = :tenantId
                    """)
                    .param("account", account)
                    .param("now", Times.utc(clock.instant()))
                    .param("tenantId", bytes(tenantId))
                    .update();
            return changed == 1 ? ConnectResult.CONNECTED : ConnectResult.ANOTHER_TENANTS;
        } catch (DuplicateKeyException taken) {
            return ConnectResult.ANOTHER_TENANTS;
        }
    }

    private boolean openedForAnother(UUID tenantId, String account) {
        return jdbc.sql("SELECT COUNT(*) FROM purchases_onboarding WHERE stripe_account_id = ? AND tenant_id <> ?")
                        .params(account, bytes(tenantId))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean canBePaid(String account) {
        try {
            return stripe.requireGateway().account(account).canBePaid();
        } catch (StripeFailedException failed) {
            if (failed.worthRetrying()) {
                throw failed;
            }
            return false;
        }
    }
}
