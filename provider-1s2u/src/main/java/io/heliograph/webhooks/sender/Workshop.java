package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.EndpointKey;
import io.heliograph.webhooks.WebhooksProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What the lanes of one node share: threads, the exchanges at a time, access to the queue and the way to the record. */
final class Workshop {

    /** Lanes that may ask the database at a time, so that the rest of the application gets at it too. */
    private static final int CLAIMING = 4;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());
    private final Semaphore claiming = new Semaphore(CLAIMING, true);
    private final Semaphore inFlight;
    private final Semaphore slowInFlight;
    private final Claims claims;
    private final Courier courier;
    private final Recording recording;
    private final WebhooksProperties properties;

    Workshop(Claims claims, Courier courier, Recording recording, WebhooksProperties properties) {
        this.claims = claims;
        this.courier = courier;
        this.recording = recording;
        this.properties = properties;
        this.inFlight = new Semaphore(properties.inFlight(), true); // first come, first served: lanes take turns
        this.slowInFlight = new Semaphore(Math.max(1, properties.inFlight() / 2), true);
    }

    int slotsPerEndpoint() {
        return properties.inFlightPerEndpoint();
    }

    /** Runs it, or not if the workshop closes; then it is false. */
    boolean run(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    boolean isClosing() {
        return threads.isShutdown();
    }

    List<Claim> claim(EndpointKey endpoint, int most) throws InterruptedException {
        claiming.acquire();
        try {
            return claims.take(endpoint, most);
        } finally {
            claiming.release();
        }
    }

    Duration lease() {
        return properties.lease();
    }

    void giveBack(List<Claim> unsent) {
        claims.giveBack(unsent);
    }

    /** Waits for the right to one exchange. Lanes that are slow have half of all, so that there is always one for others. */
    void enter(boolean slow) throws InterruptedException {
        if (slow) {
            slowInFlight.acquire();
        }
        inFlight.acquire();
    }

    /** Gives it back; {@code slow} as it was entered. */
    void leave(boolean slow) {
        inFlight.release();
        if (slow) {
            slowInFlight.release();
        }
    }

    /** Whether there is time to make the deliveries before their lease ends. */
    boolean isInTime(List<Claim> request) {
        Duration exchange = properties.timeout().plus(WebhooksProperties.RECORDING);
        return request.stream().noneMatch(claim -> claim.isTooLateFor(exchange));
    }

    /** An outcome for each. */
    List<Outcome> deliver(List<Claim> request) throws InterruptedException {
        return courier.deliver(request);
    }

    void record(List<Outcome> outcomes) throws InterruptedException {
        recording.add(outcomes);
    }

    /** Starts nothing more, and waits until what is under way is done. */
    void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(
                    properties.timeout().plus(WebhooksProperties.RECORDING).toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
