package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.provider.HlrAnswer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lookup of one number of a job.
 *
 * @param position within the job, from 1
 * @param status what the answer says; null without one
 * @param answer as the network gave it; null without one
 * @param answeredAt when the network gave it, which for one that is given again is before the job
 * @param reused whether it was given again, at no charge
 * @param price what it was charged; zero if it was not
 * @param refunded zero, or the price
 * @param reason why there is no answer for good, in words; null otherwise
 */
public record Lookup(
        UUID tenantId,
        UUID jobId,
        int position,
        String msisdn,
        LookupState state,
        @Nullable NumberStatus status,
        @Nullable HlrAnswer answer,
        @Nullable Instant answeredAt,
        boolean reused,
        Credits price,
        Credits refunded,
        @Nullable String reason) {

    /** Whether the network refuses the number itself, so that it is of no use to ask again. */
    public boolean isRefusedNumber() {
        return Outcomes.NOT_A_NUMBER.equals(reason);
    }
}
