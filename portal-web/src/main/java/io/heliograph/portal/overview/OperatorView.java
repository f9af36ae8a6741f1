package io.heliograph.portal.overview;

import io.heliograph.ledger.ProofResult;
import io.heliograph.portal.Traffic;
import io.heliograph.portal.TrafficChart;
import io.heliograph.portal.provideraccounts.AccountLine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operator's overview.
 *
 * @param proof the last result; null if it never ran
 * @param worse whether there are more alarms than when the reader last heard
 */
record OperatorView(
        List<Alarm> alarms,
        boolean worse,
        List<AccountLine> accounts,
        @Nullable ProofResult proof,
        Needs needs,
        Traffic today,
        TrafficChart chart,
        boolean mayAdd) {

    /** Messages that wait, on all accounts. */
    public long queued() {
        return accounts.stream().mapToLong(line -> line.account().queued()).sum();
    }

    /** How long the oldest of them has been due; null if none is. */
    public @Nullable Duration oldest() {
        return accounts.stream()
                .map(AccountLine::waited)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Changes when anything does that is shown live; the queue's age by the minute. */
    public String version() {
        Duration oldest = oldest();
        return Integer.toHexString(Objects.hash(
                alarms,
                queued(),
                oldest == null ? -1 : oldest.toMinutes(),
                proof == null ? "" : proof.id(),
                today,
                needs));
    }
}
