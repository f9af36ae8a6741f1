package io.heliograph.webhooks.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends work that takes too long, wherever its thread is waiting. */
final class Deadlines implements AutoCloseable {

    private final Duration deadline;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    Deadlines(Duration deadline) {
        this.deadline = deadline;
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Watches what this thread begins now; {@code cutOff} is called, and the thread interrupted, if it is late. */
    Watch watch(Runnable cutOff) {
        return new Watch(Thread.currentThread(), cutOff);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Over one piece of work, until it is closed. */
    final class Watch implements AutoCloseable {

        private final Thread worker;
        private final Runnable cutOff;
        private final Future<?> alarm;
        private boolean ended;
        private boolean late;

        private Watch(Thread worker, Runnable cutOff) {
            this.worker = worker;
            this.cutOff = cutOff;
            this.alarm = clock.schedule(this::expire, deadline.toNanos(), TimeUnit.NANOSECONDS);
        }

        /** No interrupt of this watch comes after this; whether the work was late. */
        synchronized boolean end() {
            if (!ended) {
                ended = true;
                alarm.cancel(false);
                if (late) {
                    Thread.interrupted();
                }
            }
            return late;
        }

        @Override
        public void close() {
            end();
        }

        private synchronized void expire() {
            if (!ended) {
                late = true;
                cutOff.run();
                worker.interrupt();
            }
        }
    }
}
