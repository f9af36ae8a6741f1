package io.heliograph.portal;

import io.heliograph.People;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.tenants.Tenant;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Makes customers who can pay. */
@TestComponent
public class Customers {

    private final People people;
    private final Wallets wallets;

    Customers(People people, Wallets wallets) {
        this.people = people;
        this.wallets = wallets;
    }

    /** A customer of a seller below the operator, with credits. */
    public Tenant with(Tenant reseller, long credits) {
        UUID operator = people.tenantOf("operator@heliograph.test");
        Tenant customer = people.customerOf(reseller.id());
        wallets.allocate(operator, reseller.id(), Credits.of(credits), "test-" + RowIds.next(), null, null);
        wallets.allocate(reseller.id(), customer.id(), Credits.of(credits), "test-" + RowIds.next(), null, null);
        return customer;
    }
}
