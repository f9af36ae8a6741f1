package io.heliograph.portal.packages;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.Fmt;
import io.heliograph.purchases.CreditPackage;
import io.heliograph.purchases.Merchants;
import io.heliograph.purchases.Packages;
import io.heliograph.purchases.Price;
import io.heliograph.purchases.Purchases;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the pages of packages together. */
@Component
class PackagePages {

    private final Packages packages;
    private final Merchants merchants;
    private final Purchases purchases;
    private final PriceLists prices;
    private final Fmt fmt;

    PackagePages(Packages packages, Merchants merchants, Purchases purchases, PriceLists prices, Fmt fmt) {
        this.packages = packages;
        this.merchants = merchants;
        this.purchases = purchases;
        this.prices = prices;
        this.fmt = fmt;
    }

    /**
     * The list.
     *
     * @param stripeAccount where the seller is paid; null if it has not said
     * @param stripeIsOn whether anything can be paid by card on this installation
     */
    record PackagesView(
            TenantKind kind,
            List<PackageLine> onSale,
            List<PackageLine> retired,
            @Nullable String stripeAccount,
            boolean stripeIsOn,
            boolean maySell) {}

    /** What a package comes to: a credit, and a message of one part at the default price. */
    record Preview(String credit, @Nullable String message) {}

    PackagesView list(SignedIn who) {
        UUID sellerId = who.tenantId();
        Credits perPart = perPart(sellerId);
        List<CreditPackage> all = packages.ofSeller(sellerId);
        return new PackagesView(
                who.tenantKind(),
                all.stream()
                        .filter(CreditPackage::isOnSale)
                        .map(offer -> PackageLine.of(offer, perPart, fmt))
                        .toList(),
                all.stream()
                        .filter(offer -> !offer.isOnSale())
                        .map(offer -> PackageLine.of(offer, perPart, fmt))
                        .toList(),
                merchants.accountOf(sellerId).orElse(null),
                purchases.isOn(),
                who.may(Permission.SELL));
    }

    /** Null while the form holds no package yet. */
    @Nullable
    Preview preview(UUID sellerId, PackageForm form) {
        Credits credits = form.amount();
        Price price = form.money();
        if (credits == null || price == null) {
            return null;
        }
        Credits perPart = perPart(sellerId);
        return new Preview(
                PackageLine.unit(price, credits, Credits.of(1), fmt),
                perPart == null ? null : PackageLine.unit(price, credits, perPart, fmt));
    }

    /** The seller's package while it is on sale; otherwise a 404. */
    CreditPackage onSale(UUID sellerId, UUID id) {
        return packages.ofSeller(sellerId).stream()
                .filter(offer -> offer.id().equals(id) && offer.isOnSale())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private @Nullable Credits perPart(UUID sellerId) {
        return prices.defaultPrice(sellerId, Product.SMS).orElse(null);
    }
}
