package io.heliograph.purchases;

import static io.heliograph.db.RowIds.bytes;
import static io.heliograph.db.RowIds.uuid;

import io.heliograph.db.Times;
import io.heliograph.purchases.stripe.AccountState;
import io.heliograph.purchases.stripe.StripeAccounts;
import io.heliograph.purchases.stripe.StripeConnection;
import io.heliograph.purchases.stripe.StripeFailedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Accounts at Stripe that are opened through us for resellers who have none yet. Stripe asks the questions, on its own
 * pages; a reseller is paid there from the moment that Stripe says it may be. Asks Stripe, so nothing here may be called
 * inside a transaction.
 */
@Repository
public class Onboardings {

    private final JdbcClient jdbc;
    private final Merchants merchants;
    private final StripeConnection stripe;
    private final Clock clock;

    Onboardings(JdbcClient jdbc, Merchants merchants, StripeConnection stripe, Clock clock) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.stripe = stripe;
        this.clock = clock;
    }

    /**
     * The address of Stripe's questions, for an account that is opened the first time; empty when no Stripe key is set.
     *
     * @param refreshUrl where Stripe sends somebody whose address is too old, to ask for a new one
     * @param returnUrl where Stripe sends who has finished, or has stopped for now
     * @throws StripeFailedException if Stripe does not answer
     */
    public Optional<String> begin(UUID tenantId, String refreshUrl, String returnUrl) {
        OutsideTransactions.require();
        if (!stripe.isOn()) {
            return Optional.empty();
        }
        StripeAccounts accounts = stripe.requireGateway().accounts();
        String account = accountOf(tenantId).orElseGet(() -> keep(tenantId, accounts.open(tenantId)));
        return Optional.of(accounts.questionsFor(account, refreshUrl, returnUrl));
    }

    /**
     * How far a reseller is, as Stripe says now. A reseller whose account is ready and who is paid nowhere else is paid there.
     *
     * @throws StripeFailedException if Stripe does not answer
     */
    public OnboardingState refresh(UUID tenantId) {
        OutsideTransactions.require();
        Optional<String> account = accountOf(tenantId);
        if (account.isEmpty() || !stripe.isOn()) {
            return OnboardingState.NOT_BEGUN;
        }
        AccountState state = stripe.requireGateway().account(account.get());
        if (!state.canBePaid()) {
            return state.submitted() ? OnboardingState.IN_REVIEW : OnboardingState.UNFINISHED;
        }
        if (merchants.accountOf(tenantId).isEmpty()) {
            merchants.connect(tenantId, account.get());
        }
        return OnboardingState.READY;
    }

    /** Whether an account was opened through us. */
    public boolean isBegun(UUID tenantId) {
        return accountOf(tenantId).isPresent();
    }

    /** Where resellers are sent to, as origins for a Content-Security-Policy's {@code form-action}. */
    public List<String> origins() {
        return stripe.accountOrigins();
    }

    /** Stripe tells that an account changed: maybe it is ready now. */
    void accountChanged(String account) {
        jdbc.sql("SELECT tenant_id FROM purchases_onboarding WHERE stripe_account_id = ?")
                .param(account)
                .query((row, n) -> uuid(row.getBytes("tenant_id")))
                .optional()
                .ifPresent(this::refresh);
    }

    private Optional<String> accountOf(UUID tenantId) {
        return jdbc.sql("SELECT stripe_account_id FROM purchases_onboarding WHERE tenant_id = ?")
                .param(bytes(tenantId))
                .query(String.class)
                .optional();
    }

    /** The account that is kept, which is another one if two asked at once. */
    private String keep(UUID tenantId, String account) {
        try {
            jdbc.sql("""
                    INSERT INTO purchases_onboarding (tenant_id, stripe_account_id, begun_at) VALUES (?, ?, ?)
                    """)
                    .params(bytes(tenantId), account, Times.utc(clock.instant()))
                    .update();
            return account;
        } catch (DuplicateKeyException begunMeanwhile) {
            return accountOf(tenantId).orElseThrow(() -> begunMeanwhile);
        }
    }
}
