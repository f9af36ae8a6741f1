package io.heliograph.portal.credits;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.Fmt;
import io.heliograph.purchases.CreditPackage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package as a card, its figures ready to be read.
 *
 * @param message what a message at the buyer's usual price comes to; null if it has no usual price
 */
record Offer(
        UUID id,
        String name,
        String credits,
        String price,
        String credit,
        @Nullable String message) {

    private static final long SCALE = 10_000;

    static Offer of(CreditPackage offer, @Nullable Credits perMessage, Fmt fmt) {
        long minor = offer.price().minor();
        String currency = offer.price().currency().getCurrencyCode();
        long amount = offer.credits().tenThousandths();
        return new Offer(
                offer.id(),
                offer.name(),
                fmt.inCredits(offer.credits()),
                fmt.money(minor, currency),
                fmt.unitPrice(minor * SCALE, currency, amount),
                perMessage == null ? null : fmt.unitPrice(minor * perMessage.tenThousandths(), currency, amount));
    }
}
