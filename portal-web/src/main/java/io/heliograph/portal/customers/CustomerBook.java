package io.heliograph.portal.customers;

import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Traffic;
import io.heliograph.portal.TrafficReads;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All customers of a seller with what they have and do. */
@Component
public class CustomerBook {

    /** More than any seller has; beyond it the oldest are shown. */
    private static final int MOST = 10_000;

    private final Tenants tenants;
    private final Wallets wallets;
    private final TrafficReads traffic;

    CustomerBook(Tenants tenants, Wallets wallets, TrafficReads traffic) {
        this.tenants = tenants;
        this.wallets = wallets;
        this.traffic = traffic;
    }

    /** The direct customers whose name holds a text, in the order of their names. */
    public List<CustomerLine> of(UUID sellerId, String namePart) {
        List<Tenant> customers = tenants.children(sellerId, namePart, null, MOST);
        Map<UUID, Wallet> balances = wallets.ofCustomers(sellerId);
        Map<UUID, Traffic> weeks = traffic.of(customers.stream().map(Tenant::id).toList(), CustomerLine.WEEK_DAYS);
        return customers.stream()
                .sorted(Comparator.comparing(Tenant::name, String.CASE_INSENSITIVE_ORDER))
                .map(customer -> new CustomerLine(
                        customer,
                        Objects.requireNonNull(balances.get(customer.id()), "a customer without a wallet"),
                        weeks.getOrDefault(customer.id(), Traffic.NONE)))
                .toList();
    }
}
