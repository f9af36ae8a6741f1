package io.heliograph.portal.credits;

import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Messages;
import io.heliograph.purchases.Purchase;
import io.heliograph.purchases.Purchases;
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

    private final Wallets wallets;
    private final Offers offers;
    private final Purchases purchases;
    private final Messages messages;
    private final Tenants tenants;

    CreditsPage(Wallets wallets, Offers offers, Purchases purchases, Messages messages, Tenants tenants) {
        this.wallets = wallets;
        this.offers = offers;
        this.purchases = purchases;
        this.messages = messages;
        this.tenants = tenants;
    }

    CreditsView view(SignedIn who, @Nullable UUID chosen, @Nullable UUID before) {
        Wallet wallet = wallets.get(who.tenantId());
        List<Offer> offered = offers.of(who.tenantId());
        List<Purchase> found = purchases.ofBuyer(who.tenantId(), before, SHOWN + 1);
        List<Purchase> shown = found.subList(0, Math.min(SHOWN, found.size()));
        return new CreditsView(
                wallet,
                messages.held(who.tenantId()),
                seller(wallet),
                offered,
                chosen == null && !offered.isEmpty()
                        ? offered.get(offered.size() / 2).id()
                        : chosen,
                who.may(Permission.PAY),
                purchases.isOn() && !offered.isEmpty(),
                shown.stream().map(PurchaseLine::of).toList(),
                found.size() > SHOWN ? shown.getLast().id() : null);
    }

    /** Who the tenant buys from, by name. */
    String seller(Wallet wallet) {
        UUID sellerId = wallet.sellerId();
        return sellerId == null ? "" : tenants.get(sellerId).name();
    }
}
