package io.heliograph.portal.proof;

import io.heliograph.ledger.Difference;
import io.heliograph.ledger.ProofResult;
import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proof's page.
 *
 * @param latest null if it never ran
 * @param wantedSince when the reader asked for a run that has not come back; null for none
 * @param old whether the last run is more than a day and a half ago, so that a night was missed
 */
record ProofView(
        @Nullable Run latest, List<Run> history, @Nullable Instant wantedSince, boolean old, boolean mayRun) {

    /** A run that does not come back for so long has failed. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    static final Duration OLD = Duration.ofHours(36);

    /** One run. */
    record Run(ProofResult result, List<Line> lines) {

        public Duration took() {
            return Duration.between(result.startedAt(), result.finishedAt());
        }

        public Status status() {
            return result.isClean()
                    ? new Status("proof.clean", "check", Tone.GOOD, null)
                    : new Status("proof.off", "alert", Tone.BAD, null);
        }
    }

    /** A difference; {@code tenant} and {@code href} say whose it is, where that is known. */
    record Line(
            Difference difference,
            @Nullable String tenant,
            @Nullable String href) {}

    /** What of this page changes when a run ends. */
    public String version() {
        return (latest == null ? "none" : latest.result().id().toString()) + (wantedSince == null ? "" : "-wanted");
    }

    public boolean isRunning() {
        return wantedSince != null;
    }
}
