package io.heliograph.portal.prices;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.PriceRow;
import io.heliograph.rates.Product;
import io.heliograph.rates.TermsOfSale;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts price lists together. */
@Component
class PricePages {

    private static final int MOST_CUSTOMERS = 10_000;

    private final PriceLists prices;
    private final TermsOfSale terms;
    private final Tenants tenants;

    PricePages(PriceLists prices, TermsOfSale terms, Tenants tenants) {
        this.prices = prices;
        this.terms = terms;
        this.tenants = tenants;
    }

    PricesView list(SignedIn who, @Nullable UUID customerId, @Nullable Trial trial) {
        UUID sellerId = who.tenantId();
        return new PricesView(
                who.tenantKind(),
                customer(sellerId, customerId),
                customers(sellerId),
                prices.list(sellerId, customerId).stream()
                        .map(PricesView.Row::of)
                        .toList(),
                terms.of(sellerId),
                prices.defaultPrice(sellerId, Product.SMS).orElse(null),
                prices.defaultPrice(sellerId, Product.LOOKUP).orElse(null),
                trial,
                who.may(Permission.SELL));
    }

    /** The direct customer, or a 404; null for none. */
    @Nullable
    Tenant customer(UUID sellerId, @Nullable UUID customerId) {
        return customerId == null ? null : tenants.child(sellerId, customerId);
    }

    List<Tenant> customers(UUID sellerId) {
        return tenants.children(sellerId, "", null, MOST_CUSTOMERS).stream()
                .sorted(Comparator.comparing(Tenant::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** A seller's price by its id; for all customers or for one. */
    Optional<PriceRow> find(UUID sellerId, @Nullable UUID customerId, UUID rateId) {
        return prices.list(sellerId, customerId).stream()
                .filter(row -> row.rateId().equals(rateId))
                .findFirst();
    }

    /** What a seller pays for a unit to a prefix; empty for the operator, and where it has no price. */
    Optional<Credits> sellerPays(UUID sellerId, Product product, String prefix) {
        return prices.sellerPays(sellerId, product, prefix);
    }
}
