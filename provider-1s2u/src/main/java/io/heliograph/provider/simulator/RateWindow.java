package io.heliograph.provider.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many requests in any stretch of so long. */
final class RateWindow {

    private final int limit;
    private final long nanos;
    private final Deque<Long> admitted = new ArrayDeque<>();

    /** @param limit 0 for none */
    RateWindow(int limit, Duration stretch) {
        this.limit = limit;
        this.nanos = stretch.toNanos();
    }

    synchronized boolean admits() {
        if (limit == 0) {
            return true;
        }
        long now = System.nanoTime();
        while (!admitted.isEmpty() && now - admitted.getFirst() >= nanos) {
            admitted.removeFirst();
        }
        if (admitted.size() == limit) {
            return false;
        }
        admitted.addLast(now);
        return true;
    }
}
