package io.heliograph.tenants;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose name is over a tenant's pages and mails: the nearest reseller's, the tenant itself included; else the operator's. */
@Component
public class Brands {

    private final TenantRows rows;

    Brands(TenantRows rows) {
        this.rows = rows;
    }

    /** The brand that the people of a tenant see. */
    public Brand of(UUID tenantId) {
        return of(rows.upwards(tenantId));
    }

    /** The brand for a tenant with all above it, as {@link Tenants#upwards} lists them. */
    public static Brand of(List<Tenant> upwards) {
        return upwards.stream()
                .filter(tenant -> tenant.kind() != TenantKind.CUSTOMER)
                .findFirst()
                .map(Brands::brand)
                .orElseThrow(NoSuchTenantException::new);
    }

    /** The operator's, for pages before anybody has signed in. */
    public Brand ofOperator() {
        return rows.operator().map(Brands::brand).orElse(new Brand("", null, null, true));
    }

    private static Brand brand(Tenant seller) {
        boolean operator = seller.kind() == TenantKind.OPERATOR;
        return new Brand(seller.name(), seller.supportEmail(), seller.accent(), operator);
    }
}
