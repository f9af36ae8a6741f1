package io.heliograph.purchases;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What is done about purchases without anybody asking: checkouts of which nothing was heard are read back, credits are
 * booked when a seller has them, owed credits are collected when a buyer has them, kept events are tried again. Any
 * number of nodes may do it at once.
 */
@Component
class PurchaseWork {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(5);
    private static final int BATCH = 100;
    private static final Logger log = LoggerFactory.getLogger(PurchaseWork.class);

    private final PurchaseRows purchases;
    private final ReadBack readBack;
    private final Fulfilment fulfilment;
    private final Clawbacks clawbacks;
    private final StripeEvents events;

    PurchaseWork(
            PurchaseRows purchases,
            ReadBack readBack,
            Fulfilment fulfilment,
            Clawbacks clawbacks,
            StripeEvents events) {
        this.purchases = purchases;
        this.readBack = readBack;
        this.fulfilment = fulfilment;
        this.clawbacks = clawbacks;
        this.events = events;
    }

    /** Does all that is due. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void run() {
        events.retry(BATCH);
        for (Purchase purchase : purchases.due(BATCH)) {
            if (purchases.claim(purchase, LEASE)) {
                tryTo(purchase);
            }
        }
    }

    private void tryTo(Purchase purchase) {
        try {
            work(purchase);
        } catch (RuntimeException failed) {
            log.warn("Purchase {} ({}) is tried again", purchase.id(), purchase.state(), failed);
            purchases.due(purchase, AFTER_A_FAULT);
        }
    }

    private void work(Purchase purchase) {
        switch (purchase.state()) {
            case OPEN -> readBack(purchase);
            case PAID -> fulfilment.deliver(purchase);
            case FULFILLED -> clawbacks.settle(purchase);
            case REFUNDED, EXPIRED, FAILED, MISMATCH -> purchases.due(purchase, null);
        }
    }

    /** A checkout whose id we never noted was shown to nobody. */
    private void readBack(Purchase purchase) {
        if (purchase.sessionId() != null) {
            readBack.fulfil(purchase);
        } else if (purchases.become(purchase, PurchaseState.EXPIRED)) {
            purchases.due(purchase, null);
        }
    }
}
