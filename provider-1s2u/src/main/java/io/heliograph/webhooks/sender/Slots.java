package io.heliograph.webhooks.sender;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;

/**
 * How many exchanges run with one endpoint at a time. Each failure halves the number, each success adds one up to the
 * most, so that a slow endpoint does not hold many of the node's.
 */
final class Slots {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final int most;
    private int limit;
    private int taken;

    Slots(int most) {
        this.most = most;
        this.limit = most;
    }

    /** Waits for a free one. */
    void take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (taken >= limit) {
                freed.await();
            }
            taken++;
        } finally {
            lock.unlock();
        }
    }

    /** Frees one that was not used. */
    void free() {
        free(now -> now);
    }

    /** Frees one after a success. */
    void succeeded() {
        free(now -> Math.min(most, now + 1));
    }

    /** Frees one after a failure. */
    void failed() {
        free(now -> Math.max(1, now / 2));
    }

    private void free(IntUnaryOperator newLimit) {
        lock.lock();
        try {
            limit = newLimit.applyAsInt(limit);
            taken--;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
