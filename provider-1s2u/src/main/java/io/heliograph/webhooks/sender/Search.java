package io.heliograph.webhooks.sender;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again for deliveries that are due, and wakes their lanes. */
final class Search implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final Claims claims;
    private final Lanes lanes;
    private final Duration every;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Search(Claims claims, Lanes lanes, Duration every) {
        this.claims = claims;
        this.lanes = lanes;
        this.every = every;
        this.thread = Thread.ofVirtual().name("webhook-search").start(this::run);
    }

    /** Ends after the search that is under way; an interrupt would cost its database connection. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                look();
            } while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            lanes.wake(claims.due());
        } catch (RuntimeException e) {
            LOG.warn("The queue of webhooks can't be searched", e);
        }
    }
}
