package io.heliograph.portal.prices;

import io.heliograph.rates.Explanation;
import io.heliograph.tenants.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a number.
 *
 * @param number as typed
 * @param msisdn as read; null if it is none
 * @param problem key of the sentence that says what is wrong with the number; null if nothing is
 * @param explanation the price that wins; null if there is none
 * @param country of the prefix that won
 */
record Trial(
        String number,
        @Nullable Tenant customer,
        @Nullable String msisdn,
        @Nullable String problem,
        @Nullable Explanation explanation,
        @Nullable String country) {

    /** The key of the sentence that says why this price wins. */
    public String reason() {
        return explanation == null ? "prices.try.none" : "prices.try." + explanation.reason();
    }
}
