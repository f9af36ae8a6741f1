package io.heliograph.crash;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Waits at one point for the next that comes by, and strikes there and then, once. */
final class Trap {

    private final AtomicReference<Optional<Armed>> armed = new AtomicReference<>(Optional.empty());
    private final Set<CrashPoint> passed = ConcurrentHashMap.newKeySet();

    /** Strikes at this point the one who comes after {@code passed} others; it is given the port that it calls from. */
    Armed arm(CrashPoint point, int passed, IntConsumer strike) {
        Armed next = new Armed(point, new AtomicInteger(passed), strike, new CountDownLatch(1));
        armed.set(Optional.of(next));
        return next;
    }

    /** Takes the strike back; false if it is being made, or has been. */
    boolean disarm() {
        return armed.getAndSet(Optional.empty()).isPresent();
    }

    /** Somebody comes by; true, after the strike, if it was made on them. */
    boolean passes(CrashPoint point, int callersPort) {
        passed.add(point);
        Optional<Armed> present = armed.get();
        if (present.isPresent()
                && present.get().point() == point
                && present.get().passed().getAndDecrement() <= 0
                && armed.compareAndSet(present, Optional.empty())) {
            present.get().strike().accept(callersPort);
            present.get().sprung().countDown();
            return true;
        }
        return false;
    }

    /** Points that nobody ever came by: what they are known by is not what the portal does. */
    Set<CrashPoint> neverPassed() {
        Set<CrashPoint> never = EnumSet.allOf(CrashPoint.class);
        never.removeAll(passed);
        return never;
    }

    /** A strike that is waiting to be made. */
    record Armed(CrashPoint point, AtomicInteger passed, IntConsumer strike, CountDownLatch sprung) {

        boolean awaitStrike(Duration most) {
            try {
                return sprung.await(most.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
