package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some numbers that are looked up together.
 *
 * @param userId who asked for it; null for an API
 * @param reuse how old an answer that is given again may be; zero for none
 * @param price charged when it starts, of all numbers that are asked for
 * @param refunded of it, what came back
 * @param startedAt when it was charged; null before
 * @param finishedAt when its last number was settled, or it was stopped; null before
 * @param version grows with every change
 */
public record LookupJob(
        UUID tenantId,
        UUID id,
        String name,
        LookupChannel channel,
        @Nullable UUID credentialId,
        @Nullable UUID userId,
        LookupJobState state,
        LookupCounts counts,
        Duration reuse,
        Credits price,
        Credits refunded,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int version) {

    /** Whether nothing of it changes any more. */
    public boolean isSettled() {
        return state.isOver() && counts.waiting() == 0 && counts.asking() == 0;
    }
}
