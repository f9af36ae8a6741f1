package io.heliograph.portal.prices;

import io.heliograph.ledger.Credits;
import org.jspecify.annotations.Nullable;

/**
 * What a price means before it is saved.
 *
 * @param country of the prefix
 * @param youPay what the seller pays; null if it pays nobody, or has no price there
 * @param theyPay as typed; null while it is no number
 */
record PriceCheck(
        boolean operator,
        boolean prefixWrong,
        @Nullable String country,
        @Nullable Credits youPay,
        @Nullable Credits theyPay) {

    private static final int THOUSAND = 1_000;

    /** What the seller earns by a thousand; below zero for a loss; null while it can't be told. */
    public @Nullable Credits margin() {
        return youPay == null || theyPay == null ? null : theyPay.minus(youPay).times(THOUSAND);
    }
}
