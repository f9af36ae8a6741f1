package io.heliograph.portal.credits;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.Fmt;
import io.heliograph.purchases.Packages;
import io.heliograph.rates.Price;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The packages that somebody can buy, with what a message comes to. */
@Component
class Offers {

    /** No country's number: its price is the one of all numbers that have no price of their own. */
    private static final String ANYWHERE = "0";

    private final Packages packages;
    private final Rates rates;
    private final Fmt fmt;

    Offers(Packages packages, Rates rates, Fmt fmt) {
        this.packages = packages;
        this.rates = rates;
        this.fmt = fmt;
    }

    List<Offer> of(UUID tenantId) {
        Credits perMessage =
                rates.price(tenantId, Product.SMS, ANYWHERE).map(Price::unit).orElse(null);
        return packages.forBuyer(tenantId).stream()
                .map(offer -> Offer.of(offer, perMessage, fmt))
                .toList();
    }
}
