package io.heliograph.usage;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Product;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of what a tenant used. Numbers may be negative: a message that changes its state leaves one row of the meter
 * and enters another.
 *
 * @param day the UTC day on which the message was accepted
 * @param destination ISO region, {@code ZZ} if unknown; at most 4 characters
 * @param sender at most 20 characters
 * @param channel the way in; at most 12 characters
 * @param state {@link #OPEN} until the state is final, then its name; at most 12 characters
 * @param segments or lookups
 * @param credits charged, less what was refunded
 * @param margin of all sellers above the tenant together
 */
public record UsageDelta(
        UUID tenantId,
        LocalDate day,
        Product product,
        String destination,
        String sender,
        String channel,
        String state,
        long messages,
        long segments,
        Credits credits,
        Credits margin) {

    /** The state of all that has no final state yet. */
    public static final String OPEN = "OPEN";

    UsageKey key() {
        return new UsageKey(tenantId, day, product, destination, sender, channel, state);
    }

    UsageTotals totals() {
        return new UsageTotals(messages, segments, credits, margin);
    }
}
