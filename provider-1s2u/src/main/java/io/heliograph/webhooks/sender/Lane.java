package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.EndpointKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One endpoint's deliveries on this node: those that it was handed when they were queued here, and those that wait in the
 * table, in turns. A lane starts its deliveries on a thread of its own while there are any, so that an endpoint which is
 * slow or down keeps only itself waiting.
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
    private final InHand inHand = new InHand(MANY);
    private final AtomicInteger wakes = new AtomicInteger();
    private volatile boolean waitsInTable;
    private volatile boolean slow;
    private boolean tableIsNext;

    Lane(EndpointKey endpoint, Workshop workshop) {
        this.endpoint = endpoint;
        this.workshop = workshop;
        this.slots = new Slots(workshop.slotsPerEndpoint());
    }

    /** How many more it takes in hand: none while the endpoint is to be left alone. */
    int room() {
        return breaker.isTrying() || workshop.isClosing() ? 0 : inHand.room();
    }

    /** These were queued under a lease of this node's. Returns at once. */
    void take(List<Claim> claims) {
        inHand.add(claims);
        start();
    }

    /** There may be something in the table. Returns at once. */
    void wake() {
        waitsInTable = true;
        if (breaker.allows()) {
            start();
        }
    }

    private void start() {
        if (wakes.getAndIncrement() == 0 && !workshop.run(this::run)) {
            giveBackHand();
        }
    }

    private void run() {
        int seen = wakes.get();
        while (seen != 0) {
            try {
                drain();
                if (!mayGoOn()) {
                    giveBackHand();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                waitsInTable = true;
                LOG.warn("Webhooks of endpoint {} wait for the next search", endpoint.endpointId(), e);
            }
            seen = wakes.addAndGet(-seen);
        }
    }

    private void drain() throws InterruptedException {
        int most = FEW;
        boolean more = true;
        while (more && mayGoOn()) {
            List<Claim> claims = next(breaker.isTrying() ? 1 : most);
            long begun = System.nanoTime();
            more = !claims.isEmpty() && startAll(Claim.requests(claims));
            most = System.nanoTime() - begun < QUICK.toNanos() ? MANY : FEW;
        }
    }

    private List<Claim> next(int most) throws InterruptedException {
        tableIsNext = !tableIsNext;
        List<Claim> first = tableIsNext ? fromTable(most) : inHand.next(most);
        return !first.isEmpty() ? first : tableIsNext ? inHand.next(most) : fromTable(most);
    }

    private List<Claim> fromTable(int most) throws InterruptedException {
        if (!waitsInTable) {
            return List.of();
        }
        waitsInTable = false;
        List<Claim> claims = workshop.claim(endpoint, most);
        if (!claims.isEmpty()) {
            waitsInTable = true;
        }
        return claims;
    }

    /** False if the rest was given back because the endpoint is to be left alone. */
    private boolean startAll(List<List<Claim>> requests) throws InterruptedException {
        for (int i = 0; i < requests.size(); i++) {
            slots.take();
            boolean amongSlow = slow;
            workshop.enter(amongSlow);
            List<Claim> request = requests.get(i);
            if (!mayGoOn() || !workshop.isInTime(request) || !workshop.run(() -> deliver(request, amongSlow))) {
                workshop.leave(amongSlow);
                slots.free();
                workshop.giveBack(requests.subList(i, requests.size()).stream()
                        .flatMap(List::stream)
                        .toList());
                waitsInTable = true;
                return mayGoOn();
            }
        }
        return true;
    }

    private boolean mayGoOn() {
        return breaker.allows() && !workshop.isClosing();
    }

    private void giveBackHand() {
        List<Claim> left = inHand.drain();
        if (!left.isEmpty()) {
            workshop.giveBack(left);
        }
    }

    private void deliver(List<Claim> request, boolean amongSlow) {
        boolean succeeded = false;
        long begun = System.nanoTime();
        try {
            List<Outcome> outcomes = workshop.deliver(request);
            succeeded = outcomes.getFirst().isSuccess();
            workshop.record(outcomes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "Webhook delivery {} is tried again when its lease ends",
                    request.getFirst().deliveryId(),
                    e);
        } finally {
            slow = !succeeded || System.nanoTime() - begun > QUICK.toNanos();
            settle(succeeded);
            workshop.leave(amongSlow);
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
