package io.heliograph.processes;

/** Counts how long things took, in classes 1/16 apart, so that a quantile is right to 6 %. */
public final class Latencies {

    private static final int SHIFT = 4;
    private static final int PARTS = 1 << SHIFT;

    private final long[] counts = new long[64 * PARTS];
    private long total;

    public void add(long nanos) {
        counts[index(Math.max(nanos, PARTS))]++;
        total++;
    }

    /** The time in milliseconds within which this part of all things, from 0 to 1, was done; 0 if there were none. */
    public double millis(double quantile) {
        long wanted = (long) Math.ceil(quantile * total);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return upperEnd(i) / 1e6;
            }
        }
        return 0;
    }

    private static int index(long nanos) {
        int magnitude = 63 - Long.numberOfLeadingZeros(nanos);
        int part = (int) (nanos >>> (magnitude - SHIFT)) - PARTS;
        return magnitude * PARTS + part;
    }

    private static double upperEnd(int index) {
        int magnitude = index / PARTS;
        int part = index % PARTS;
        return Math.scalb((double) (PARTS + part + 1), magnitude - SHIFT);
    }
}
