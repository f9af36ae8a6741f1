package io.heliograph.usage;

import io.heliograph.ledger.Credits;

/** A sum of usage. */
public record UsageTotals(long messages, long segments, Credits credits, Credits margin) {

    public static final UsageTotals NONE = new UsageTotals(0, 0, Credits.ZERO, Credits.ZERO);

    public UsageTotals plus(UsageTotals other) {
        return new UsageTotals(
                Math.addExact(messages, other.messages),
                Math.addExact(segments, other.segments),
                credits.plus(other.credits),
                margin.plus(other.margin));
    }

    boolean isNone() {
        return equals(NONE);
    }
}
