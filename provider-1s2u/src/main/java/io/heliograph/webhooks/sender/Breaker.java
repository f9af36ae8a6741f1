package io.heliograph.webhooks.sender;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves an endpoint alone for a while after it has failed several times in a row: a second first, twice as long each
 * time it is not well after that, half a minute at most. One success ends it.
 */
final class Breaker {

    private static final int TOLERATED = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private int failures;
    private long pausedUntil;
    private Duration nextPause = FIRST_PAUSE;

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.pausedUntil = nanoTime.getAsLong();
    }

    /** Whether the endpoint may be called now. */
    synchronized boolean allows() {
        return nanoTime.getAsLong() - pausedUntil >= 0;
    }

    /** Whether the next call is to find out if the endpoint is well again. */
    synchronized boolean isTrying() {
        return failures >= TOLERATED;
    }

    synchronized void succeeded() {
        failures = 0;
        nextPause = FIRST_PAUSE;
        pausedUntil = nanoTime.getAsLong();
    }

    /** Failures of calls that were under way when the pause began don't make it longer. */
    synchronized void failed() {
        failures++;
        if (failures >= TOLERATED && allows()) {
            pausedUntil = nanoTime.getAsLong() + nextPause.toNanos();
            Duration doubled = nextPause.multipliedBy(2);
            nextPause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }
}
