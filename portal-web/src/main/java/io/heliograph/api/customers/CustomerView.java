package io.heliograph.api.customers;

import io.heliograph.api.Words;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallet;
import io.heliograph.tenants.Tenant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param kind {@code customer}, or {@code reseller} below the operator
 * @param available what it may spend now: balance and credit limit
 */
record CustomerView(
        UUID id,
        String name,
        String kind,
        ZoneId timeZone,
        Credits balance,
        Credits creditLimit,
        Credits available,
        @Nullable Instant suspendedAt,
        Instant createdAt) {

    static CustomerView of(Tenant tenant, Wallet wallet) {
        return new CustomerView(
                tenant.id(),
                tenant.name(),
                Words.of(tenant.kind()),
                tenant.zone(),
                wallet.balance(),
                wallet.creditLimit(),
                wallet.available(),
                tenant.suspendedAt(),
                tenant.createdAt());
    }
}
