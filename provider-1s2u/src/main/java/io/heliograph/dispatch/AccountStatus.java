package io.heliograph.dispatch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a provider account is doing.
 *
 * @param stoppedAt when a person stopped it; null while it runs
 * @param pausedUntil when it is tried again by itself; null while nothing is wrong
 * @param strikes how often in a row it had to be paused
 * @param balance what 1s2u says is left, in 1s2u's own credits; null until asked
 * @param queued messages that wait for it
 * @param oldestQueuedAt since when the first of them is due
 */
public record AccountStatus(
        UUID accountId,
        String name,
        @Nullable Instant stoppedAt,
        @Nullable Instant pausedUntil,
        @Nullable String pauseReason,
        int strikes,
        @Nullable BigDecimal balance,
        @Nullable Instant balanceAt,
        @Nullable String balanceError,
        @Nullable BigDecimal lowBalance,
        long queued,
        @Nullable Instant oldestQueuedAt) {

    AccountStatus withQueue(long length, @Nullable Instant oldestAt) {
        return new AccountStatus(
                accountId,
                name,
                stoppedAt,
                pausedUntil,
                pauseReason,
                strikes,
                balance,
                balanceAt,
                balanceError,
                lowBalance,
                length,
                oldestAt);
    }

    /** Whether it is paused by us, as something at 1s2u is wrong. */
    public boolean isPaused() {
        return strikes > 0;
    }

    /** Whether the balance is below the alert's limit. */
    public boolean isLow() {
        return balance != null && lowBalance != null && balance.compareTo(lowBalance) < 0;
    }
}
