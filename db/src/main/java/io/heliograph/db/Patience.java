package io.heliograph.db;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a shared transaction is let alone before another begins beside it: three times as long as they take on the
 * average of late, 10 ms at least and 100 ms at most. Few large ones cost less than many small ones at once; on a slow
 * machine a fixed time would let all of them run beside each other, and one that hangs must not hold up the rest for long.
 */
final class Patience {

    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration MOST = Duration.ofMillis(100);
    private static final int TIMES = 3;

    /** One transaction changes the average by this part of the difference. */
    private static final int INERTIA = 16;

    private final AtomicLong usualNanos = new AtomicLong();

    /** A transaction took so long. */
    void took(long nanos) {
        usualNanos.updateAndGet(usual -> usual + (nanos - usual) / INERTIA);
    }

    /** In nanoseconds. */
    long nanos() {
        return Math.clamp(usualNanos.get() * TIMES, LEAST.toNanos(), MOST.toNanos());
    }
}
