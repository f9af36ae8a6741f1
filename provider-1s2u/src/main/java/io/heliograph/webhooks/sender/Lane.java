package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.EndpointKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One endpoint's deliveries on this node. A lane claims and starts its deliveries on a thread of its own while there are
 * any, so that an endpoint which is slow or down keeps only itself waiting.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** Claimed at once from an endpoint that is slow or unknown, and from one that is quick. */
    private static final int FEW = 16;

    private static final int MANY = 256;
    private static final Duration QUICK = Duration.ofSeconds(1);

    private final EndpointKey endpoint;
    private final Workshop workshop;
    private final Slots slots;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final AtomicInteger wakes = new AtomicInteger();

    Lane(EndpointKey endpoint, Workshop workshop) {
        this.endpoint = endpoint;
        this.workshop = workshop;
        this.slots = new Slots(workshop.slotsPerEndpoint());
    }

    /** There may be something to deliver. Returns at once. */
    void wake() {
        if (breaker.allows() && wakes.getAndIncrement() == 0) {
            workshop.run(this::run);
        }
    }

    private void run() {
        int seen = wakes.get();
        while (seen != 0) {
            try {
                drain();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("Webhooks of endpoint {} wait for the next search", endpoint.endpointId(), e);
            }
            seen = wakes.addAndGet(-seen);
        }
    }

    private void drain() throws InterruptedException {
        int most = FEW;
        boolean more = true;
        while (more && mayGoOn()) {
            List<Claim> claims = workshop.claim(endpoint, breaker.isTrying() ? 1 : most);
            long begun = System.nanoTime();
            more = !claims.isEmpty() && startAll(claims);
            most = System.nanoTime() - begun < QUICK.toNanos() ? MANY : FEW;
        }
    }

    /** False if the rest was given back because the endpoint is to be left alone. */
    private boolean startAll(List<Claim> claims) throws InterruptedException {
        for (int i = 0; i < claims.size(); i++) {
            slots.take();
            workshop.enter();
            Claim claim = claims.get(i);
            if (!mayGoOn() || !workshop.isInTime(claim) || !workshop.run(() -> deliver(claim))) {
                workshop.leave();
                slots.free();
                workshop.giveBack(claims.subList(i, claims.size()));
                return mayGoOn();
            }
        }
        return true;
    }

    private boolean mayGoOn() {
        return breaker.allows() && !workshop.isClosing();
    }

    private void deliver(Claim claim) {
        boolean succeeded = false;
        try {
            Outcome outcome = workshop.deliver(claim);
            succeeded = outcome.isSuccess();
            workshop.record(outcome);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Webhook delivery {} is tried again when its lease ends", claim.deliveryId(), e);
        } finally {
            settle(succeeded);
            workshop.leave();
        }
    }

    private void settle(boolean succeeded) {
        if (succeeded) {
            breaker.succeeded();
            slots.succeeded();
        } else {
            breaker.failed();
            slots.failed();
        }
    }
}
