package io.heliograph.webhooks.sender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings outcomes to the record: what has come up while the last were written is written together. */
final class Recording implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_WAITING = 1000;
    private static final long LOOK_UP_MILLIS = 50;

    /** How long the first waits for others: nobody waits for the record, and a statement for many costs little more. */
    private static final Duration COMPANY = Duration.ofMillis(15);

    private final BlockingQueue<Outcome> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Recorder recorder;
    private final Thread thread;
    private volatile boolean closing;

    Recording(Recorder recorder) {
        this.recorder = recorder;
        this.thread = Thread.ofVirtual().name("webhook-recording").start(this::run);
    }

    /** Hands outcomes over; waits while the database is far behind. */
    void add(List<Outcome> outcomes) throws InterruptedException {
        for (Outcome outcome : outcomes) {
            waiting.put(outcome);
        }
    }

    /** Writes what is still there, and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                Outcome first = waiting.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(first);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Outcome first) throws InterruptedException {
        if (waiting.size() < AT_ONCE && !closing) {
            Thread.sleep(COMPANY);
        }
        List<Outcome> outcomes = new ArrayList<>(List.of(first));
        waiting.drainTo(outcomes, AT_ONCE - 1);
        try {
            recorder.record(outcomes);
        } catch (RuntimeException e) {
            LOG.warn("{} webhook attempts could not be recorded together, now one by one", outcomes.size(), e);
            outcomes.forEach(this::writeAlone);
        }
    }

    /** What can't be recorded is delivered again when its lease ends. */
    private void writeAlone(Outcome outcome) {
        try {
            recorder.record(List.of(outcome));
        } catch (RuntimeException e) {
            LOG.error(
                    "An attempt of webhook delivery {} is not recorded",
                    outcome.claim().deliveryId(),
                    e);
        }
    }
}
