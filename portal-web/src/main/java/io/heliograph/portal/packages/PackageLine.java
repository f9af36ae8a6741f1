package io.heliograph.portal.packages;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.Fmt;
import io.heliograph.purchases.CreditPackage;
import io.heliograph.purchases.Price;
import org.jspecify.annotations.Nullable;

/**
 * A package, its figures ready to be read.
 *
 * @param credit what one credit comes to
 * @param message what a message of one part comes to at the default price; null if there is no default price
 */
record PackageLine(
        CreditPackage offer,
        String price,
        String credit,
        @Nullable String message) {

    static PackageLine of(CreditPackage offer, @Nullable Credits perPart, Fmt fmt) {
        return new PackageLine(
                offer,
                fmt.money(offer.price().minor(), offer.price().currency().getCurrencyCode()),
                unit(offer.price(), offer.credits(), Credits.of(1), fmt),
                perPart == null ? null : unit(offer.price(), offer.credits(), perPart, fmt));
    }

    /** What some credits of a package come to. */
    static String unit(Price price, Credits all, Credits some, Fmt fmt) {
        return fmt.unitPrice(
                Math.multiplyExact(price.minor(), some.tenThousandths()),
                price.currency().getCurrencyCode(),
                all.tenThousandths());
    }
}
