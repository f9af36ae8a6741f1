package io.heliograph.portal.credits;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Fmt;
import io.heliograph.purchases.Packages;
import io.heliograph.purchases.Purchase;
import io.heliograph.purchases.Purchases;
import io.heliograph.rates.Price;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenants;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the credits page shows. */
@Component
class CreditsPage {

    private static final int SHOWN = 10;

    /** No country's number: its price is the one of all numbers that have no price of their own. */
    private static final String ANYWHERE = "0";

    private final Wallets wallets;
    private final Packages packages;
    private final Purchases purchases;
    private final Rates rates;
    private final Tenants tenants;
    private final Fmt fmt;

    CreditsPage(Wallets wallets, Packages packages, Purchases purchases, Rates rates, Tenants tenants, Fmt fmt) {
        this.wallets = wallets;
        this.packages = packages;
        this.purchases = purchases;
        this.rates = rates;
        this.tenants = tenants;
        this.fmt = fmt;
    }

    CreditsView view(SignedIn who, @Nullable UUID chosen, @Nullable UUID before) {
        Wallet wallet = wallets.get(who.tenantId());
        List<Offer> offers = offers(who.tenantId());
        List<Purchase> found = purchases.ofBuyer(who.tenantId(), before, SHOWN + 1);
        List<Purchase> shown = found.subList(0, Math.min(SHOWN, found.size()));
        return new CreditsView(
                wallet,
                seller(wallet),
                offers,
                chosen == null && !offers.isEmpty()
                        ? offers.get(offers.size() / 2).id()
                        : chosen,
                who.may(Permission.PAY),
                purchases.isOn() && !offers.isEmpty(),
                shown.stream().map(PurchaseLine::of).toList(),
                found.size() > SHOWN ? shown.getLast().id() : null);
    }

    /** Who the tenant buys from, by name. */
    String seller(Wallet wallet) {
        UUID sellerId = wallet.sellerId();
        return sellerId == null ? "" : tenants.get(sellerId).name();
    }

    private List<Offer> offers(UUID tenantId) {
        Credits perMessage =
                rates.price(tenantId, Product.SMS, ANYWHERE).map(Price::unit).orElse(null);
        return packages.forBuyer(tenantId).stream()
                .map(offer -> Offer.of(offer, perMessage, fmt))
                .toList();
    }
}
