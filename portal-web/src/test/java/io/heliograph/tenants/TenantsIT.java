package io.heliograph.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.db.RowIds;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class TenantsIT {

    @Autowired
    Tenants tenants;

    @Autowired
    Users users;

    @Autowired
    People people;

    Tenant reseller;
    Tenant customer;

    @BeforeEach
    void aResellerWithACustomer() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
    }

    @Test
    void seesItselfAndItsSubtreeNeverSidewaysOrUp() {
        Tenant other = people.reseller();

        assertThat(tenants.isWithin(reseller.id(), reseller.id())).isTrue();
        assertThat(tenants.isWithin(reseller.id(), customer.id())).isTrue();
        assertThat(tenants.isWithin(customer.id(), reseller.id())).isFalse();
        assertThat(tenants.isWithin(other.id(), customer.id())).isFalse();
        assertThatThrownBy(() -> tenants.within(other.id(), customer.id())).isInstanceOf(NoSuchTenantException.class);
    }

    @Test
    void knowsAllAboveItWhateverTheDepth() {
        Tenant sub = tenants.create(
                new NewTenant(reseller.id(), TenantKind.RESELLER, "Sub " + RowIds.next(), ZoneId.of("UTC")));
        Tenant deep = people.customerOf(sub.id());

        assertThat(tenants.upwards(deep.id()))
                .extracting(Tenant::kind)
                .containsExactly(TenantKind.CUSTOMER, TenantKind.RESELLER, TenantKind.RESELLER, TenantKind.OPERATOR);
        assertThat(tenants.subtree(reseller.id())).contains(sub.id(), deep.id(), customer.id());
    }

    @Test
    void customersHaveNobodyBelowThem() {
        NewTenant below = new NewTenant(customer.id(), TenantKind.CUSTOMER, "Below", ZoneId.of("UTC"));

        assertThatThrownBy(() -> tenants.create(below)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void suspensionHoldsForAllBelowUntilItEnds() {
        tenants.suspend(reseller.id());
        assertThat(tenants.isSuspended(customer.id())).isTrue();

        tenants.resume(reseller.id());
        assertThat(tenants.isSuspended(customer.id())).isFalse();
    }

    @Test
    void ownSuspensionOutlivesTheOneAbove() {
        tenants.suspend(customer.id());
        tenants.suspend(reseller.id());

        tenants.resume(reseller.id());

        assertThat(tenants.isSuspended(customer.id())).isTrue();
    }

    @Test
    void childrenComeInPagesAndByName() {
        Tenant second = people.customerOf(reseller.id());

        assertThat(tenants.children(reseller.id(), "", null, 1)).containsExactly(customer);
        assertThat(tenants.children(reseller.id(), "", customer.id(), 10)).containsExactly(second);
        assertThat(tenants.children(reseller.id(), "100%", null, 10)).isEmpty();
        assertThat(tenants.countChildren(reseller.id())).isEqualTo(2);
    }

    @Test
    void lastOwnerStays() {
        User alice = people.user(customer.id(), Role.OWNER);

        assertThatThrownBy(() -> users.changeRole(customer.id(), alice.id(), Role.VIEWER))
                .isInstanceOf(LastOwnerException.class);
        assertThatThrownBy(() -> users.disable(customer.id(), alice.id())).isInstanceOf(LastOwnerException.class);

        people.user(customer.id(), Role.OWNER);
        users.changeRole(customer.id(), alice.id(), Role.VIEWER);
        assertThat(users.get(customer.id(), alice.id()).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void oneAddressIsOnePersonOnTheInstallation() {
        User alice = people.user(customer.id(), Role.OWNER);
        NewUser same = new NewUser(" " + alice.email().toUpperCase(java.util.Locale.ROOT), "Again", Role.VIEWER);

        assertThatThrownBy(() -> users.add(reseller.id(), same, null)).isInstanceOf(EmailTakenException.class);
    }

    @Test
    void charlieGets404() {
        User alice = people.user(customer.id(), Role.OWNER);

        assertThatThrownBy(() -> users.get(people.customerOf(reseller.id()).id(), alice.id()))
                .isInstanceOf(NoSuchUserException.class);
    }
}
