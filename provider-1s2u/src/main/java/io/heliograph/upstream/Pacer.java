package io.heliograph.upstream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Spaces parts evenly. */
final class Pacer {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private double perSecond;
    private long next = System.nanoTime();

    Pacer(double perSecond) {
        this.perSecond = perSecond;
    }

    synchronized void setPerSecond(double segments) {
        perSecond = segments;
    }

    /** Waits for the next place; false, at once, if it is further away than {@code most}. */
    boolean await(Duration most) throws InterruptedException {
        long wait = take(most.toNanos());
        TimeUnit.NANOSECONDS.sleep(wait);
        return wait >= 0;
    }

    /** How long until the place that is taken; below 0 for none. */
    private synchronized long take(long most) {
        long now = System.nanoTime();
        long place = Math.max(next, now);
        if (place - now > most) {
            return -1;
        }
        next = place + (long) (SECOND / perSecond);
        return place - now;
    }
}
