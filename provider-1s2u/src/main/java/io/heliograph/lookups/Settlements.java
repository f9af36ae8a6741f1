package io.heliograph.lookups;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes those who wait for a job when this node recorded something of it; what other nodes record is found by looking. */
@Component
class Settlements {

    private final Map<UUID, Set<Waiter>> waiting = new ConcurrentHashMap<>();

    /** Something of these jobs was recorded. */
    void signal(Collection<UUID> jobIds) {
        jobIds.forEach(jobId -> waiting.getOrDefault(jobId, Set.of()).forEach(Waiter::wake));
    }

    /** Somebody who waits for a job from now on, until it is closed. */
    Waiter waiter(UUID jobId) {
        Waiter waiter = new Waiter(jobId);
        waiting.compute(jobId, (_, present) -> {
            Set<Waiter> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(waiter);
            return all;
        });
        return waiter;
    }

    private void forget(Waiter waiter) {
        waiting.computeIfPresent(waiter.jobId, (_, present) -> {
            present.remove(waiter);
            return present.isEmpty() ? null : present;
        });
    }

    /** One who waits for one job. */
    final class Waiter implements AutoCloseable {

        private final UUID jobId;
        private final Semaphore signals = new Semaphore(0);

        private Waiter(UUID jobId) {
            this.jobId = jobId;
        }

        /** Waits until something of the job was recorded since the last wait or the begin; false if the time is over. */
        boolean await(Duration atMost) throws InterruptedException {
            boolean woken = signals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
            signals.drainPermits();
            return woken;
        }

        private void wake() {
            signals.release();
        }

        @Override
        public void close() {
            forget(this);
        }
    }
}
