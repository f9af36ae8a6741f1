package io.heliograph.portal.provideraccounts;

import io.heliograph.dispatch.AccountStatus;
import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * How an account is doing, ready to be shown.
 *
 * @param now when this was read
 */
public record AccountLine(AccountStatus account, Instant now) {

    /** A message that is due for longer shows that the queue does not keep up. */
    private static final Duration SLOW = Duration.ofMinutes(5);

    /** Running, stopped by a person, or paused by us. */
    public Status status() {
        if (account.stoppedAt() != null) {
            return new Status("accounts.stopped", "square", Tone.IDLE, account.stoppedAt());
        }
        return account.isPaused()
                ? new Status("accounts.paused", "pause", Tone.BAD, null)
                : new Status("accounts.running", "check", Tone.GOOD, null);
    }

    /** How long the oldest message has been due; null if none is. */
    public @Nullable Duration waited() {
        Instant oldest = account.oldestQueuedAt();
        return oldest == null || oldest.isAfter(now) ? null : Duration.between(oldest, now);
    }

    /** Whether the queue does not keep up. */
    public boolean isSlow() {
        Duration waited = waited();
        return waited != null && waited.compareTo(SLOW) > 0;
    }

    /** When it is tried again, if that lies ahead. */
    public @Nullable Instant triedAgainAt() {
        Instant until = account.pausedUntil();
        return account.isPaused() && until != null && until.isAfter(now) ? until : null;
    }

    /** What is left at 1s2u, exactly as it says, with groups; a dash while it is not known. */
    public String balance() {
        BigDecimal balance = account.balance();
        return balance == null
                ? "–"
                : NumberFormat.getNumberInstance(LocaleContextHolder.getLocale())
                        .format(balance);
    }

    /** Changes when anything of this does that is shown; not with each second of waiting. */
    String version() {
        Duration waited = waited();
        return Integer.toHexString(Objects.hash(
                account.stoppedAt(),
                account.pausedUntil(),
                account.strikes(),
                account.balance(),
                account.balanceAt(),
                account.balanceError(),
                account.queued(),
                waited == null ? -1 : waited.toMinutes()));
    }
}
