package io.heliograph.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again and again. */
final class Waiting {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Waiting() {}

    /** Whether it came to be within this time. */
    static boolean until(Duration most, BooleanSupplier done) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** A tenth of a second. */
    static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
