package io.heliograph.portal.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.NumberStatus;
import io.heliograph.portal.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of jobs, and checking one number.
 *
 * @param next the address of older jobs; null at the end
 * @param check the answer that is waited for, or shown
 * @param unit what a number costs where no country says otherwise; null if there is no such price
 * @param reuseDays how old an answer may be that is given again
 * @param keptDays for how many days checks are kept; 0 for as long as the account
 */
record LookupsView(
        List<Row> rows,
        @Nullable String next,
        @Nullable CheckView check,
        @Nullable Credits unit,
        long reuseDays,
        int keptDays,
        boolean mayCheck) {

    private static final List<Integer> DAYS = List.of(0, 1, 7, 30, 90);

    /** Choices of how old an answer may be, in days. */
    public List<Integer> days() {
        return DAYS;
    }

    /** A job. */
    record Row(LookupJob job, Status status) {

        static Row of(LookupJob job) {
            return new Row(job, LookupWords.of(job));
        }

        public int active() {
            return job.counts().answered(NumberStatus.ACTIVE);
        }

        public Credits paid() {
            return job.price().minus(job.refunded());
        }
    }
}
