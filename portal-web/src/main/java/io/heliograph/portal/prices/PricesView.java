package io.heliograph.portal.prices;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.PriceRow;
import io.heliograph.rates.Terms;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price list.
 *
 * @param kind what the seller is
 * @param customer whose own prices these are; null for everyone's
 * @param customers all of the seller's, to choose from
 * @param defaultSms what everyone pays for a segment where no prefix says otherwise; null if there is no price
 * @param trial the number that was tried; null before
 */
record PricesView(
        TenantKind kind,
        @Nullable Tenant customer,
        List<Tenant> customers,
        List<Row> rows,
        Terms terms,
        @Nullable Credits defaultSms,
        @Nullable Credits defaultLookup,
        @Nullable Trial trial,
        boolean maySell) {

    /**
     * A price.
     *
     * @param country of the prefix; null for everywhere and where there is none
     */
    record Row(PriceRow price, @Nullable String country) {

        static Row of(PriceRow price) {
            return new Row(price, Destinations.country(price.prefix()).orElse(null));
        }
    }
}
