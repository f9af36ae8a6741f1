package io.heliograph.purchases;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Account;
import io.heliograph.ledger.AccountKind;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.purchases.StartResult.Reason;
import io.heliograph.purchases.StartResult.Refused;
import io.heliograph.purchases.StartResult.Started;
import io.heliograph.purchases.stripe.CheckoutRequest;
import io.heliograph.purchases.stripe.OpenedCheckout;
import io.heliograph.purchases.stripe.StripeConnection;
import io.heliograph.purchases.stripe.StripeFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins purchases: the row first, then the checkout at Stripe, then the checkout's id on the row. */
@Component
class Checkouts {

    /** How long a buyer may take to pay; Stripe allows half an hour to a day. */
    static final Duration LIFETIME = Duration.ofHours(1);

    /** When a purchase of which nothing was heard is first looked at. */
    static final Duration FIRST_LOOK = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Checkouts.class);

    private final Packages packages;
    private final Merchants merchants;
    private final PurchaseRows purchases;
    private final Wallets wallets;
    private final StripeConnection stripe;
    private final Clock clock;

    Checkouts(
            Packages packages,
            Merchants merchants,
            PurchaseRows purchases,
            Wallets wallets,
            StripeConnection stripe,
            Clock clock) {
        this.packages = packages;
        this.merchants = merchants;
        this.purchases = purchases;
        this.wallets = wallets;
        this.stripe = stripe;
        this.clock = clock;
    }

    StartResult start(UUID tenantId, UUID packageId, UUID actorId, ReturnUrls urls) {
        OutsideTransactions.require();
        UUID sellerId = wallets.get(tenantId).sellerId();
        Optional<CreditPackage> offer = sellerId == null ? Optional.empty() : packages.onSale(sellerId, packageId);
        if (offer.isEmpty()) {
            return new Refused(Reason.NO_SUCH_PACKAGE);
        }
        return start(tenantId, offer.get(), actorId, urls);
    }

    private StartResult start(UUID tenantId, CreditPackage offer, UUID actorId, ReturnUrls urls) {
        if (!stripe.isOn()) {
            return new Refused(Reason.BUYING_IS_OFF);
        }
        boolean fromOperator = buysFromOperator(tenantId);
        Optional<String> account = fromOperator ? Optional.empty() : merchants.accountOf(offer.sellerId());
        if (!fromOperator && account.isEmpty()) {
            return new Refused(Reason.SELLER_TAKES_NO_CARDS);
        }
        if (!fromOperator && available(offer.sellerId()).compareTo(offer.credits()) < 0) {
            return new Refused(Reason.SELLER_IS_SHORT);
        }
        Purchase purchase = purchase(tenantId, offer, account.orElse(null), actorId);
        purchases.insert(purchase, FIRST_LOOK);
        return open(purchase, urls.of(purchase.id()));
    }

    private StartResult open(Purchase purchase, ReturnUrls urls) {
        try {
            OpenedCheckout checkout = stripe.requireGateway().open(request(purchase, urls));
            if (!purchases.attachSession(purchase, checkout.sessionId())) {
                return new Refused(Reason.STRIPE_IS_OUT_OF_REACH);
            }
            return new Started(purchase.id(), checkout.url());
        } catch (StripeFailedException failed) {
            log.warn("The checkout of purchase {} could not be opened", purchase.id(), failed);
            if (purchases.become(purchase, PurchaseState.FAILED)) {
                purchases.due(purchase, null);
            }
            return new Refused(failed.worthRetrying() ? Reason.STRIPE_IS_OUT_OF_REACH : Reason.STRIPE_REFUSED);
        }
    }

    private CheckoutRequest request(Purchase purchase, ReturnUrls urls) {
        return new CheckoutRequest(
                purchase.stripeAccount(),
                purchase.id(),
                purchase.packageName(),
                purchase.price().stripeAmount(),
                purchase.price().currency().getCurrencyCode(),
                urls.success(),
                urls.cancelled(),
                purchase.createdAt().plus(LIFETIME));
    }

    private Purchase purchase(UUID tenantId, CreditPackage offer, @Nullable String account, UUID actorId) {
        Instant now = clock.instant();
        return new Purchase(
                tenantId,
                RowIds.next(),
                offer.sellerId(),
                offer.name(),
                offer.credits(),
                offer.price(),
                PurchaseState.OPEN,
                account,
                null,
                null,
                Credits.ZERO,
                Credits.ZERO,
                actorId,
                now,
                now);
    }

    private boolean buysFromOperator(UUID tenantId) {
        Account seller = wallets.sellingAccount(tenantId);
        return seller.kind() == AccountKind.ISSUANCE;
    }

    /** What a seller can still sell: not what others have paid for and wait for. */
    private Credits available(UUID sellerId) {
        return wallets.get(sellerId).available().minus(purchases.waitingCredits(sellerId));
    }
}
