package io.heliograph.lookups;

import io.heliograph.provider.Departure;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The place in time of one request. One that has gone by is exchanged for another, whenever that is found out. */
final class Turn implements Departure {

    /** Well within the time for it in a lease. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Places places;
    private final UUID accountId;
    private final long start = System.nanoTime();
    private long atNanos;
    private boolean lost;

    /** @param atNanos of {@link System#nanoTime}; null for no place yet */
    Turn(Places places, UUID accountId, @Nullable Long atNanos) {
        this.places = places;
        this.accountId = accountId;
        this.atNanos = atNanos == null ? start - 2 * Places.LATEST.toNanos() : atNanos;
    }

    /** False if the account was paused meanwhile, or all places are taken for long. */
    @Override
    public boolean await() throws InterruptedException {
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            TimeUnit.NANOSECONDS.sleep(atNanos - System.nanoTime());
            if (System.nanoTime() - atNanos <= Places.LATEST.toNanos()) {
                return true;
            }
            Places.Taken next = places.take(accountId, 1);
            if (next.isPaused()) {
                break;
            }
            if (next.atNanos().isEmpty()) {
                TimeUnit.NANOSECONDS.sleep(Places.APART_NANOS);
            } else {
                atNanos = next.atNanos().getFirst();
            }
        }
        lost = true;
        return false;
    }

    /** Whether it was waited for in vain. */
    boolean isLost() {
        return lost;
    }
}
