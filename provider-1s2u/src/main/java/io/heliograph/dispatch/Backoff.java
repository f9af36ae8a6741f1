package io.heliograph.dispatch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits that double with each try, up to a limit, with a fifth of jitter so that nodes do not march in step. */
final class Backoff {

    private static final double JITTER = 0.2;

    private Backoff() {}

    /** The wait after the {@code tries}-th try, counted from one. */
    static Duration after(int tries, Duration first, Duration longest) {
        int doublings = Math.clamp(tries - 1L, 0, 30);
        long millis = Math.min(longest.toMillis(), first.toMillis() << doublings);
        double jitter = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        return Duration.ofMillis(Math.round(millis * jitter));
    }
}
