package io.heliograph.purchases.stripe;

import com.stripe.StripeClient;
import com.stripe.model.Account;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import java.util.UUID;

/**
 * Connected accounts at Stripe: opened through us, owned by the reseller, with Stripe's own dashboard. Every method throws
 * {@link StripeFailedException} when Stripe refuses or does not answer.
 */
public final class StripeAccounts {

    private static final String TENANT = "tenant";

    private final StripeClient stripe;

    StripeAccounts(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Opens an account for a tenant; asked for again it gives the same one. The answer is its id. */
    public String open(UUID tenantId) {
        AccountCreateParams params = AccountCreateParams.builder()
                .setType(AccountCreateParams.Type.STANDARD)
                .putMetadata(TENANT, tenantId.toString())
                .build();
        RequestOptions once = RequestOptions.builder()
                .setIdempotencyKey("account-" + tenantId)
                .build();
        return StripeCall.ask(() -> stripe.v1().accounts().create(params, once).getId());
    }

    /**
     * Where the owner of an account answers Stripe's questions: an address that works once, for minutes.
     *
     * @param refreshUrl where Stripe sends whose address does not work any more
     * @param returnUrl where Stripe sends who has finished, or has stopped for now
     */
    public String questionsFor(String account, String refreshUrl, String returnUrl) {
        AccountLinkCreateParams params = AccountLinkCreateParams.builder()
                .setAccount(account)
                .setRefreshUrl(refreshUrl)
                .setReturnUrl(returnUrl)
                .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                .build();
        return StripeCall.ask(() -> stripe.v1().accountLinks().create(params).getUrl());
    }

    AccountState state(String id) {
        return StripeCall.ask(() -> {
            Account account = stripe.v1().accounts().retrieve(id);
            return new AccountState(
                    Boolean.TRUE.equals(account.getDetailsSubmitted()),
                    Boolean.TRUE.equals(account.getChargesEnabled()));
        });
    }
}
