package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Price;
import org.jspecify.annotations.Nullable;

/**
 * A number that can be looked up.
 *
 * @param price what it costs; null if an earlier answer is given again
 * @param earlier the answer that is given again; null if it is to be asked
 */
record PricedNumber(
        String msisdn, @Nullable Price price, @Nullable EarlierAnswer earlier) {

    Credits credits() {
        return price == null ? Credits.ZERO : price.unit();
    }
}
