package io.heliograph.api.lookups;

import io.heliograph.api.Words;
import io.heliograph.ledger.Credits;
import io.heliograph.lookups.LookupCounts;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.NumberStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lookup of one or more numbers, as it stands.
 *
 * @param numbers how many different ones
 * @param price what was charged for those that are asked
 * @param refunded of it, what came back
 * @param finishedAt when the last number was settled, or it was cancelled; null before
 */
record JobView(
        UUID id,
        String name,
        String channel,
        String state,
        int numbers,
        Counts counts,
        long reuseDays,
        Credits price,
        Credits refunded,
        Instant acceptedAt,
        @Nullable Instant finishedAt) {

    /**
     * How many numbers are where; all but {@code reused} add up to the numbers.
     *
     * @param reused how many of the answers were given before, and not charged
     */
    record Counts(
            int waiting,
            int asking,
            int active,
            int switchedOff,
            int noMessages,
            int notInUse,
            int unclear,
            int failed,
            int cancelled,
            int reused) {

        static Counts of(LookupCounts counts) {
            return new Counts(
                    counts.waiting(),
                    counts.asking(),
                    counts.answered(NumberStatus.ACTIVE),
                    counts.answered(NumberStatus.SWITCHED_OFF),
                    counts.answered(NumberStatus.NO_MESSAGES),
                    counts.answered(NumberStatus.NOT_IN_USE),
                    counts.answered(NumberStatus.UNCLEAR),
                    counts.failed(),
                    counts.cancelled(),
                    counts.reused());
        }
    }

    static JobView of(LookupJob job) {
        return new JobView(
                job.id(),
                job.name(),
                Words.of(job.channel()),
                Words.of(job.state()),
                job.counts().total(),
                Counts.of(job.counts()),
                job.reuse().toDays(),
                job.price(),
                job.refunded(),
                Objects.requireNonNull(job.startedAt()),
                job.finishedAt());
    }
}
