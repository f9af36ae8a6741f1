package io.heliograph.portal.customers;

import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Retention;
import io.heliograph.portal.Traffic;
import io.heliograph.portal.TrafficReads;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.rates.Terms;
import io.heliograph.rates.TermsOfSale;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.Users;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts a customer's page together. */
@Component
class CustomerPages {

    private static final int CHART_DAYS = 30;

    private final Tenants tenants;
    private final Users users;
    private final Wallets wallets;
    private final PriceLists prices;
    private final TermsOfSale terms;
    private final TrafficReads traffic;
    private final Retention retention;

    CustomerPages(
            Tenants tenants,
            Users users,
            Wallets wallets,
            PriceLists prices,
            TermsOfSale terms,
            TrafficReads traffic,
            Retention retention) {
        this.tenants = tenants;
        this.users = users;
        this.wallets = wallets;
        this.prices = prices;
        this.terms = terms;
        this.traffic = traffic;
        this.retention = retention;
    }

    CustomerView of(SignedIn who, UUID id) {
        Tenant tenant = tenants.child(who.tenantId(), id);
        Wallet wallet = wallets.get(id);
        OptionalInt kept = retention.days(id);
        Traffic week = traffic.of(List.of(id), CustomerLine.WEEK_DAYS).getOrDefault(id, Traffic.NONE);
        return new CustomerView(
                who.tenantKind(),
                new CustomerLine(tenant, wallet, week),
                tenants.subtree(id).size() - 1,
                prices(who.tenantId(), id),
                users.ofTenant(id).stream().map(CustomerView.Person::new).toList(),
                traffic.chart(id, CHART_DAYS),
                kept.isPresent() ? kept.getAsInt() : null,
                who.may(Permission.SELL),
                who.may(Permission.MANAGE),
                who.may(Permission.MANAGE) && who.role() == Role.OWNER);
    }

    private CustomerView.Prices prices(UUID sellerId, UUID id) {
        Terms ofSeller = terms.of(sellerId);
        OptionalInt agreed = prices.markup(id);
        return new CustomerView.Prices(
                prices.list(sellerId, id).size(),
                agreed.isPresent() ? agreed.getAsInt() : null,
                ofSeller.markupBasisPoints(),
                prices.defaultPrice(sellerId, Product.SMS).orElse(null),
                ofSeller.refundUndelivered());
    }
}
