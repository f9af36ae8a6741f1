package io.heliograph.usage;

import io.heliograph.ledger.Credits;
import java.util.Map;
import java.util.Set;

/** Usage by state: {@link UsageDelta#OPEN} or the name of a final state. */
public record UsageByState(Map<String, UsageTotals> totals) {

    public static final UsageByState NONE = new UsageByState(Map.of());

    private static final String DELIVERED = "DELIVERED";
    private static final Set<String> FAILED = Set.of("UNDELIVERED", "EXPIRED", "REFUSED");

    public UsageByState {
        totals = Map.copyOf(totals);
    }

    /** What is in a state; nothing if nothing is. */
    public UsageTotals of(String state) {
        return totals.getOrDefault(state, UsageTotals.NONE);
    }

    /** All states together. */
    public UsageTotals total() {
        return totals.values().stream().reduce(UsageTotals.NONE, UsageTotals::plus);
    }

    public long messages() {
        return total().messages();
    }

    public long open() {
        return of(UsageDelta.OPEN).messages();
    }

    public long delivered() {
        return of(DELIVERED).messages();
    }

    /** Messages that were refused, expired, or sent and not delivered. */
    public long failed() {
        return FAILED.stream().mapToLong(state -> of(state).messages()).sum();
    }

    public Credits credits() {
        return total().credits();
    }
}
