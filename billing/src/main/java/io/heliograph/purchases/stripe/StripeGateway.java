package io.heliograph.purchases.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.heliograph.purchases.stripe.CheckoutState.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's API as we use it, through Stripe's own client. Every method makes HTTP requests, so none is called inside a
 * transaction, and every method throws {@link StripeFailedException} when Stripe refuses or does not answer.
 */
public final class StripeGateway {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
    private static final int NETWORK_RETRIES = 2;
    private static final long PAGE = 100;

    private final StripeClient stripe;
    private final StripeAccounts accounts;

    /** Speaks to Stripe, or to its simulator when the access has an address. */
    public StripeGateway(StripeAccess access) {
        StripeClient.StripeClientBuilder builder = StripeClient.builder()
                .setApiKey(access.apiKey())
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setReadTimeout((int) READ_TIMEOUT.toMillis())
                .setMaxNetworkRetries(NETWORK_RETRIES);
        if (access.apiBase() != null) {
            builder.setApiBase(access.apiBase().toString());
        }
        this.stripe = builder.build();
        this.accounts = new StripeAccounts(stripe);
    }

    /** Opens a checkout; the same purchase asked for again gives the same one. */
    public OpenedCheckout open(CheckoutRequest request) {
        RequestOptions options = on(request.account())
                .toBuilderFullCopy()
                .setIdempotencyKey(request.purchaseId().toString())
                .build();
        return StripeCall.ask(() -> {
            Session session = stripe.v1().checkout().sessions().create(CheckoutParams.of(request), options);
            return new OpenedCheckout(session.getId(), session.getUrl());
        });
    }

    /** A checkout as it is now; the account is the one on which it was opened. */
    public CheckoutState checkout(@Nullable String account, String sessionId) {
        SessionRetrieveParams withPayment = SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge")
                .build();
        return StripeCall.ask(
                () -> state(stripe.v1().checkout().sessions().retrieve(sessionId, withPayment, on(account))));
    }

    /** The payment that a charge, refund or dispute is about; empty if it is about none. */
    public Optional<String> paymentOf(@Nullable String account, String objectId) {
        return StripeCall.ask(() -> Optional.ofNullable(
                switch (objectId.substring(0, objectId.indexOf('_') + 1)) {
                    case "ch_", "py_" ->
                        stripe.v1().charges().retrieve(objectId, on(account)).getPaymentIntent();
                    case "re_", "pyr_" ->
                        stripe.v1().refunds().retrieve(objectId, on(account)).getPaymentIntent();
                    case "dp_", "du_" ->
                        stripe.v1().disputes().retrieve(objectId, on(account)).getPaymentIntent();
                    default -> null;
                }));
    }

    /** The purchase that we noted on a payment when its checkout was opened; empty if the payment is not ours. */
    public Optional<UUID> purchaseOf(@Nullable String account, String paymentId) {
        return StripeCall.ask(() -> {
            PaymentIntent payment = stripe.v1().paymentIntents().retrieve(paymentId, on(account));
            return Optional.ofNullable(payment.getMetadata().get(CheckoutParams.PURCHASE))
                    .flatMap(StripeGateway::uuid);
        });
    }

    /** Everything that went back of a payment, oldest first; inquiries that took no money are left out. */
    public List<Reversal> reversals(@Nullable String account, String paymentId) {
        return StripeCall.ask(() -> {
            List<Reversal> reversals = new ArrayList<>();
            for (Refund refund : refunds(account, paymentId)) {
                reversals.add(ReversalStatus.of(refund));
            }
            for (Dispute dispute : disputes(account, paymentId)) {
                ReversalStatus.of(dispute).ifPresent(reversals::add);
            }
            return reversals;
        });
    }

    /** A connected account as it is now; one that does not exist is refused by Stripe. */
    public AccountState account(String account) {
        return accounts.state(account);
    }

    /** Opens accounts and leads their owners through Stripe's questions. */
    public StripeAccounts accounts() {
        return accounts;
    }

    private List<Refund> refunds(@Nullable String account, String paymentId) throws StripeException {
        List<Refund> refunds = new ArrayList<>(stripe.v1()
                .refunds()
                .list(
                        RefundListParams.builder()
                                .setPaymentIntent(paymentId)
                                .setLimit(PAGE)
                                .build(),
                        on(account))
                .getData());
        return refunds.reversed();
    }

    private List<Dispute> disputes(@Nullable String account, String paymentId) throws StripeException {
        List<Dispute> disputes = new ArrayList<>(stripe.v1()
                .disputes()
                .list(
                        DisputeListParams.builder()
                                .setPaymentIntent(paymentId)
                                .setLimit(PAGE)
                                .build(),
                        on(account))
                .getData());
        return disputes.reversed();
    }

    private static CheckoutState state(Session session) {
        PaymentIntent payment = session.getPaymentIntentObject();
        Charge charge = payment == null ? null : payment.getLatestChargeObject();
        return new CheckoutState(
                session.getId(),
                progress(session, payment),
                session.getAmountTotal(),
                session.getCurrency(),
                session.getClientReferenceId(),
                session.getPaymentIntent(),
                charge != null && (Boolean.TRUE.equals(charge.getDisputed()) || charge.getAmountRefunded() > 0));
    }

    private static Progress progress(Session session, @Nullable PaymentIntent payment) {
        return switch (session.getStatus()) {
            case "complete" -> "paid".equals(session.getPaymentStatus()) ? Progress.PAID : unpaid(payment);
            case "expired" -> Progress.EXPIRED;
            default -> Progress.OPEN;
        };
    }

    private static Progress unpaid(@Nullable PaymentIntent payment) {
        boolean processing = payment == null || !"requires_payment_method".equals(payment.getStatus());
        return processing ? Progress.PROCESSING : Progress.FAILED;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static RequestOptions on(@Nullable String account) {
        RequestOptions.RequestOptionsBuilder options = RequestOptions.builder();
        if (account != null) {
            options.setStripeAccount(account);
        }
        return options.build();
    }
}
