package io.heliograph.processes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The most that happened in any one second, wherever that second begins. */
public final class DensestSecond {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private int most;

    /** Something happens now. */
    public synchronized void add() {
        long now = System.nanoTime();
        lastSecond.addLast(now);
        while (now - lastSecond.getFirst() >= SECOND) {
            lastSecond.removeFirst();
        }
        most = Math.max(most, lastSecond.size());
    }

    public synchronized void reset() {
        lastSecond.clear();
        most = 0;
    }

    public synchronized int most() {
        return most;
    }
}
