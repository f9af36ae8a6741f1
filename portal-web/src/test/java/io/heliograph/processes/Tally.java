package io.heliograph.processes;

/** How many, and over how long: the rate is that between the first and the last. */
public final class Tally {

    private long count;
    private long first;
    private long last;

    public synchronized void add(long more) {
        last = System.nanoTime();
        if (count == 0) {
            first = last;
        }
        count += more;
    }

    public synchronized void reset() {
        count = 0;
        first = 0;
        last = 0;
    }

    public synchronized long count() {
        return count;
    }

    /** Seconds between the first and the last. */
    public synchronized double seconds() {
        return (last - first) / 1e9;
    }
}
