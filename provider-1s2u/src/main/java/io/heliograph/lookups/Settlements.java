package io.heliograph.lookups;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Wakes those who wait for a job when this node recorded something; what other nodes record is found by looking. */
@Component
class Settlements {

    private long signals;

    synchronized void signal() {
        signals++;
        notifyAll();
    }

    synchronized long seen() {
        return signals;
    }

    /** Waits until something was recorded after {@code seen}, or the time is over. */
    synchronized void await(long seen, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); signals == seen && left > 0; left = millisTo(end)) {
            wait(left);
        }
    }

    private static long millisTo(long end) {
        return Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
}
