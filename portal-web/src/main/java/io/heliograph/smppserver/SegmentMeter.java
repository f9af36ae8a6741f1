package io.heliograph.smppserver;

import java.time.Duration;

/** Lets so many segments a second pass, with up to a second's worth at once. */
final class SegmentMeter {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private double perSecond;
    private double room;
    private long filledAt;

    SegmentMeter(double perSecond, long nowNanos) {
        this.perSecond = perSecond;
        this.room = perSecond;
        this.filledAt = nowNanos;
    }

    /** A message of more segments than a second has room for passes when the whole second is free, and is paid off. */
    synchronized boolean admits(int segments, long nowNanos) {
        double most = Math.max(1, perSecond);
        room = Math.min(most, room + (nowNanos - filledAt) / NANOS_PER_SECOND * perSecond);
        filledAt = nowNanos;
        if (room < Math.min(segments, most)) {
            return false;
        }
        room -= segments;
        return true;
    }

    synchronized void setPerSecond(double segments) {
        perSecond = segments;
    }
}
