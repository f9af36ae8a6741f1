package io.heliograph.purchases;

import io.heliograph.db.Transactions;
import io.heliograph.purchases.FulfilResult.NotPaid;
import io.heliograph.purchases.FulfilResult.WaitingForSeller;
import io.heliograph.purchases.stripe.CheckoutState;
import io.heliograph.purchases.stripe.Reversal;
import io.heliograph.purchases.stripe.StripeConnection;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks Stripe what became of a checkout, and acts on nothing else: not on an event's words, nor on a browser's. */
@Component
class ReadBack {

    /** How often an open checkout is looked at while its buyer may be paying. */
    static final Duration WHILE_PAYING = Duration.ofMinutes(5);

    /** How often a payment by a slow means is looked at. */
    static final Duration WHILE_UNDER_WAY = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(ReadBack.class);

    private final PurchaseRows purchases;
    private final Fulfilment fulfilment;
    private final Reversals reversals;
    private final StripeConnection stripe;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    ReadBack(
            PurchaseRows purchases,
            Fulfilment fulfilment,
            Reversals reversals,
            StripeConnection stripe,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.purchases = purchases;
        this.fulfilment = fulfilment;
        this.reversals = reversals;
        this.stripe = stripe;
        this.transactions = transactions;
        this.events = events;
    }

    /** Fulfils a purchase if it is paid. Any number of callers at once fulfil it once. */
    FulfilResult fulfil(Purchase purchase) {
        OutsideTransactions.require();
        String sessionId = purchase.sessionId();
        if (purchase.state() == PurchaseState.OPEN && sessionId != null) {
            return act(purchase, stripe.requireGateway().checkout(purchase.stripeAccount(), sessionId));
        }
        return fulfilment.deliver(purchase);
    }

    private FulfilResult act(Purchase purchase, CheckoutState checkout) {
        return switch (checkout.progress()) {
            case OPEN -> notPaid(purchase, false, WHILE_PAYING);
            case PROCESSING -> notPaid(purchase, true, WHILE_UNDER_WAY);
            case FAILED -> end(purchase, PurchaseState.FAILED);
            case EXPIRED -> end(purchase, PurchaseState.EXPIRED);
            case PAID -> paid(purchase, checkout);
        };
    }

    private FulfilResult notPaid(Purchase purchase, boolean underWay, Duration lookAgainIn) {
        purchases.due(purchase, lookAgainIn);
        return new NotPaid(purchase, underWay);
    }

    private FulfilResult end(Purchase purchase, PurchaseState state) {
        if (purchases.become(purchase, state)) {
            purchases.due(purchase, null);
        }
        return fulfilment.deliver(purchase);
    }

    private FulfilResult paid(Purchase purchase, CheckoutState checkout) {
        String paymentId = checkout.paymentId();
        if (paymentId == null || !matches(purchase, checkout)) {
            return mismatch(purchase, checkout);
        }
        List<Reversal> takenBack = checkout.takenBack()
                ? stripe.requireGateway().reversals(purchase.stripeAccount(), paymentId)
                : List.of();
        boolean first = transactions.call(() -> notePaid(purchase, paymentId, takenBack));
        FulfilResult result = fulfilment.deliver(purchase);
        if (first && result instanceof WaitingForSeller) {
            transactions.run(() -> events.publishEvent(new PurchaseWaitsForSeller(
                    purchase.tenantId(), purchase.id(), purchase.sellerId(), purchase.credits())));
        }
        return result;
    }

    private boolean notePaid(Purchase purchase, String paymentId, List<Reversal> takenBack) {
        Purchase locked = purchases.lock(purchase.tenantId(), purchase.id());
        if (locked.state() != PurchaseState.OPEN) {
            return false;
        }
        purchases.become(locked, PurchaseState.PAID);
        purchases.notePayment(locked, paymentId);
        purchases.due(locked, Fulfilment.SELLER_MAY_HAVE_CREDITS);
        reversals.note(purchases.lock(purchase.tenantId(), purchase.id()), takenBack);
        return true;
    }

    private FulfilResult mismatch(Purchase purchase, CheckoutState checkout) {
        String found = "checkout " + checkout.sessionId() + " has " + checkout.amount() + " " + checkout.currency()
                + " for " + checkout.clientReference();
        log.error("Purchase {} was paid otherwise than asked for: {}", purchase.id(), found);
        transactions.run(() -> {
            if (purchases.become(purchase, PurchaseState.MISMATCH)) {
                purchases.due(purchase, null);
                events.publishEvent(
                        new PurchaseMismatched(purchase.tenantId(), purchase.id(), purchase.sellerId(), found));
            }
        });
        return fulfilment.deliver(purchase);
    }

    private static boolean matches(Purchase purchase, CheckoutState checkout) {
        Long amount = checkout.amount();
        return amount != null
                && amount == purchase.price().stripeAmount()
                && purchase.price().currency().getCurrencyCode().equalsIgnoreCase(checkout.currency())
                && purchase.id().toString().equals(checkout.clientReference());
    }
}
