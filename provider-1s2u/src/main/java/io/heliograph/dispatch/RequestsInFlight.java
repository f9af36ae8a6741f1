package io.heliograph.dispatch;

import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.Submitter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of one account that are under way, each on a thread of its own until its answer is on disk. An answer in
 * hand is not given up for a fault of the database: it is recorded again and again while its lease lasts.
 */
final class RequestsInFlight {

    private static final Logger log = LoggerFactory.getLogger(RequestsInFlight.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Submitter submitter;
    private final Outcomes outcomes;
    private final Breaker breaker;
    private final SubmitMeters meters;
    private final Runnable landed;
    private final Semaphore free = new Semaphore(ProviderAccount.MAX_REQUESTS_IN_FLIGHT);

    /** {@code landed} runs when one of them is done with. */
    RequestsInFlight(Submitter submitter, Outcomes outcomes, Breaker breaker, SubmitMeters meters, Runnable landed) {
        this.submitter = submitter;
        this.outcomes = outcomes;
        this.breaker = breaker;
        this.meters = meters;
        this.landed = landed;
    }

    int count() {
        return ProviderAccount.MAX_REQUESTS_IN_FLIGHT - free.availablePermits();
    }

    /** Sends a request when its time comes, by {@link System#nanoTime}. */
    void send(OutgoingRequest request, long atNanos) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("submit").start(() -> {
            try {
                TimeUnit.NANOSECONDS.sleep(atNanos - System.nanoTime());
                meters.leaves(request);
                long left = System.nanoTime();
                SubmitResult result = submitter.submit(
                        request.account().id(), request.account().upstream(), request.submit());
                meters.answered(request, result, System.nanoTime() - left);
                observe(request, result);
                record(request, result);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.error("The answer to a request of {} was not recorded", request.account(), e);
            } finally {
                free.release();
                landed.run();
            }
        });
    }

    void awaitEnd() throws InterruptedException {
        free.acquire(ProviderAccount.MAX_REQUESTS_IN_FLIGHT);
    }

    /** Comes first, so that what is put back does not leave again before its account is paused. */
    private void observe(OutgoingRequest request, SubmitResult result) {
        try {
            breaker.observe(request, result);
        } catch (RuntimeException e) {
            log.error("Whether {} answers was not noted", request.account(), e);
        }
    }

    /** Once more does no harm: what is recorded has no lease any more. */
    private void record(OutgoingRequest request, SubmitResult result) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                outcomes.record(request, result);
                return;
            } catch (RuntimeException e) {
                Duration pause = Backoff.after(tries, FIRST_PAUSE, LONGEST_PAUSE);
                if (System.nanoTime() + pause.toNanos() - request.leasedUntilNanos() > 0) {
                    throw e;
                }
                log.warn("The answer to a request of {} is recorded again in {}", request.account(), pause, e);
                Thread.sleep(pause);
            }
        }
    }
}
