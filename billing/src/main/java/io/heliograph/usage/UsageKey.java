package io.heliograph.usage;

import io.heliograph.rates.Product;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** What a row of the meter counts. Ordered, so that rows are always locked in one order. */
record UsageKey(
        UUID tenantId, LocalDate day, Product product, String destination, String sender, String channel, String state)
        implements Comparable<UsageKey> {

    private static final Comparator<UsageKey> ORDER = Comparator.comparing(UsageKey::tenantId)
            .thenComparing(UsageKey::day)
            .thenComparing(UsageKey::product)
            .thenComparing(UsageKey::destination)
            .thenComparing(UsageKey::sender)
            .thenComparing(UsageKey::channel)
            .thenComparing(UsageKey::state);

    @Override
    public int compareTo(UsageKey other) {
        return ORDER.compare(this, other);
    }
}
