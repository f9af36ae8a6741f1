package io.heliograph.webhooks.sender;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The deliveries of one endpoint that were handed to this node when they were queued, in their order. */
final class InHand {

    /** How long an event waits for others that go with it. */
    private static final Duration TOGETHER_WITHIN = Duration.ofMillis(250);

    private record Waiting(Claim claim, long since) {}

    private final int most;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();

    InHand(int most) {
        this.most = most;
    }

    /** How many more there is room for. */
    int room() {
        lock.lock();
        try {
            return most - waiting.size();
        } finally {
            lock.unlock();
        }
    }

    void add(List<Claim> claims) {
        long now = System.nanoTime();
        lock.lock();
        try {
            claims.forEach(claim -> waiting.add(new Waiting(claim, now)));
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** At most so many of the oldest; where events share requests, those that come within a moment of the first. */
    List<Claim> next(int count) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (count == 1 || !isShared()) {
                return taken(count);
            }
            long left = untilFirstMustGo();
            while (left > 0 && waiting.size() < Claim.MOST_TOGETHER) {
                added.awaitNanos(left);
                left = untilFirstMustGo();
            }
            return taken(Claim.MOST_TOGETHER);
        } finally {
            lock.unlock();
        }
    }

    /** All that is left. */
    List<Claim> drain() {
        lock.lock();
        try {
            return taken(waiting.size());
        } finally {
            lock.unlock();
        }
    }

    private boolean isShared() {
        Waiting first = waiting.peek();
        return first != null && first.claim().target().isShared();
    }

    private long untilFirstMustGo() {
        Waiting first = waiting.peek();
        return first == null ? 0 : first.since() + TOGETHER_WITHIN.toNanos() - System.nanoTime();
    }

    private List<Claim> taken(int count) {
        List<Claim> taken = new ArrayList<>(Math.min(count, waiting.size()));
        while (taken.size() < count && !waiting.isEmpty()) {
            taken.add(waiting.remove().claim());
        }
        return taken;
    }
}
