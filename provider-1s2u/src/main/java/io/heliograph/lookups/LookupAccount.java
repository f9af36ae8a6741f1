package io.heliograph.lookups;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lookups of a provider account.
 *
 * @param numbersPerRequest 1 to {@link LookupAccounts#MOST_NUMBERS_PER_REQUEST}
 * @param pausedUntil when they are tried again by themselves; null while nothing is wrong
 * @param pauseReason what 1s2u said, or that it said nothing
 * @param strikes how often in a row they had to be paused
 * @param queued numbers that wait, or are under way
 */
public record LookupAccount(
        UUID accountId,
        int numbersPerRequest,
        @Nullable Instant pausedUntil,
        @Nullable String pauseReason,
        int strikes,
        long queued) {

    /** Whether they are paused, as something at 1s2u is wrong. */
    public boolean isPaused() {
        return strikes > 0;
    }
}
