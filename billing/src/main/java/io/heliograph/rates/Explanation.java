package io.heliograph.rates;

import io.heliograph.ledger.Credits;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer pays what it pays for a number.
 *
 * @param price for a unit
 * @param prefix the prefix that won; with a markup, that of the seller's own price
 * @param rateId the rate that won; null with a markup
 * @param markupBasisPoints the markup; null with a rate
 * @param sellerPays what its seller pays for the unit; null if that is the operator
 */
public record Explanation(
        Credits price,
        String prefix,
        Reason reason,
        @Nullable UUID rateId,
        @Nullable Integer markupBasisPoints,
        @Nullable Credits sellerPays) {

    /** What a price follows from. */
    public enum Reason {
        /** A rate of the seller for this customer. */
        CUSTOMER_RATE,
        /** A rate of the seller for all its customers. */
        GENERAL_RATE,
        /** No rate: the seller's own price and the markup agreed with this customer. */
        CUSTOMER_MARKUP,
        /** No rate: the seller's own price and its markup for all. */
        DEFAULT_MARKUP
    }

    /** What the seller earns by a thousand units, below zero for a loss; null for the operator. */
    public @Nullable Credits marginPerThousand() {
        return sellerPays == null ? null : price.minus(sellerPays).times(1_000);
    }

    /** Whether the seller pays more than it gets. */
    public boolean isLoss() {
        return sellerPays != null && sellerPays.compareTo(price) > 0;
    }
}
