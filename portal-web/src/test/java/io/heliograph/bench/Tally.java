package io.heliograph.bench;

/** How many, and over how long: the rate is that between the first and the last. */
final class Tally {

    private long count;
    private long first;
    private long last;

    synchronized void add(long more) {
        last = System.nanoTime();
        if (count == 0) {
            first = last;
        }
        count += more;
    }

    synchronized void reset() {
        count = 0;
        first = 0;
        last = 0;
    }

    synchronized long count() {
        return count;
    }

    /** Seconds between the first and the last. */
    synchronized double seconds() {
        return (last - first) / 1e9;
    }
}
