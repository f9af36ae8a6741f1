package io.heliograph.purchases;

import io.heliograph.purchases.StripeEventRows.Due;
import io.heliograph.purchases.stripe.StripeConnection;
import io.heliograph.purchases.stripe.StripeEvent;
import io.heliograph.purchases.stripe.StripeFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in what Stripe tells, from the platform's endpoint and the connected accounts' alike. An event is kept before
 * anything is done with it, and says no more than where to look: what happened is read back.
 */
@Component
public class StripeEvents {

    /** How long one attempt may take before another node may try. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 9;
    private static final Logger log = LoggerFactory.getLogger(StripeEvents.class);

    private final StripeEventRows events;
    private final Purchases purchases;
    private final ReadBack readBack;
    private final Reversals reversals;
    private final Onboardings onboardings;
    private final StripeConnection stripe;

    StripeEvents(
            StripeEventRows events,
            Purchases purchases,
            ReadBack readBack,
            Reversals reversals,
            Onboardings onboardings,
            StripeConnection stripe) {
        this.events = events;
        this.purchases = purchases;
        this.readBack = readBack;
        this.reversals = reversals;
        this.onboardings = onboardings;
        this.stripe = stripe;
    }

    /**
     * Keeps an event and acts on it. Must not be called inside a transaction.
     *
     * @param payload the body of the request, unchanged
     * @param signatureHeader the {@code Stripe-Signature} header
     * @param now against which the signature's time is checked
     */
    public EventReceipt receive(String payload, String signatureHeader, Instant now) {
        OutsideTransactions.require();
        if (!stripe.signatures().verify(payload, signatureHeader, now)) {
            return EventReceipt.REFUSED;
        }
        StripeEvent event;
        try {
            event = StripeEvent.parse(payload);
        } catch (IllegalArgumentException noEvent) {
            log.warn("Signed by Stripe, but no event", noEvent);
            return EventReceipt.REFUSED;
        }
        if (!events.insert(event.id(), event.type(), payload, now, LEASE)) {
            return EventReceipt.REPEATED;
        }
        return handle(event, 1);
    }

    /** Tries kept events again that could not be handled when they came. */
    void retry(int limit) {
        for (Due due : events.due(limit)) {
            if (events.claim(due, LEASE)) {
                handle(StripeEvent.parse(due.payload()), due.tries() + 1);
            }
        }
    }

    private EventReceipt handle(StripeEvent event, int tries) {
        try {
            act(event);
            events.handled(event.id());
            return EventReceipt.HANDLED;
        } catch (StripeFailedException failed) {
            if (!failed.worthRetrying()) {
                log.warn("Stripe refuses to tell about event {} ({})", event.id(), event.type(), failed);
                events.handled(event.id());
                return EventReceipt.HANDLED;
            }
            return keep(event, tries, failed);
        } catch (RuntimeException failed) {
            return keep(event, tries, failed);
        }
    }

    private EventReceipt keep(StripeEvent event, int tries, RuntimeException failed) {
        log.warn("Event {} ({}) could not be handled, it is tried again", event.id(), event.type(), failed);
        events.failed(event.id(), String.valueOf(failed.getMessage()), pause(tries));
        return EventReceipt.KEPT;
    }

    private void act(StripeEvent event) {
        switch (event.type()) {
            case "checkout.session.completed",
                    "checkout.session.async_payment_succeeded",
                    "checkout.session.async_payment_failed",
                    "checkout.session.expired" -> purchases.fulfil(event.objectId());
            case "charge.refunded",
                    "charge.refund.updated",
                    "refund.created",
                    "refund.updated",
                    "refund.failed",
                    "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.funds_withdrawn",
                    "charge.dispute.funds_reinstated",
                    "charge.dispute.closed" -> takeBack(event);
            case "account.updated" -> onboardings.accountChanged(event.objectId());
            default -> log.debug("Event {} is a {}: nothing to do", event.id(), event.type());
        }
    }

    private void takeBack(StripeEvent event) {
        Optional<Purchase> found = reversals.purchaseOf(event.account(), event.objectId());
        if (found.isEmpty()) {
            log.info("Event {} ({}) is about no purchase of ours", event.id(), event.type());
            return;
        }
        Purchase purchase = found.get();
        if (purchase.state() == PurchaseState.OPEN) {
            readBack.fulfil(purchase);
        }
        purchases.find(purchase.tenantId(), purchase.id()).ifPresent(reversals::refresh);
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
