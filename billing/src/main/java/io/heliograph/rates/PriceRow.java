package io.heliograph.rates;

import io.heliograph.ledger.Credits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a seller's price list.
 *
 * @param customerId whom it is for; null for all customers
 * @param prefix digits; empty for everywhere
 * @param theyPay what the customer pays for a unit
 * @param youPay what the seller pays for a unit to that prefix; null for the operator, and where the seller has no price
 * @param since when this price began
 */
public record PriceRow(
        UUID rateId,
        @Nullable UUID customerId,
        Product product,
        String prefix,
        Credits theyPay,
        @Nullable Credits youPay,
        Instant since) {

    /** What the seller earns by a thousand units, below zero for a loss; null where it has no price itself. */
    public @Nullable Credits marginPerThousand() {
        return youPay == null ? null : theyPay.minus(youPay).times(1_000);
    }

    /** Whether the seller pays more than it gets. */
    public boolean isLoss() {
        return youPay != null && youPay.compareTo(theyPay) > 0;
    }
}
