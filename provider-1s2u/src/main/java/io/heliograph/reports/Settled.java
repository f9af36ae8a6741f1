package io.heliograph.reports;

import io.heliograph.messages.MessageRef;
import org.jspecify.annotations.Nullable;

/**
 * What a report did.
 *
 * @param about its message; null while that is not known
 */
record Settled(
        Report report, ReportOutcome outcome, @Nullable MessageRef about) {

    /** A report whose message is not known yet. */
    static Settled pending(Report report) {
        return new Settled(report, report.outcome(), null);
    }

    boolean isPending() {
        return outcome == ReportOutcome.PENDING;
    }
}
