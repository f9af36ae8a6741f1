package io.heliograph.portal.customers;

import io.heliograph.ledger.Wallet;
import io.heliograph.tenants.Tenant;

/**
 * A form that moves credits of a customer.
 *
 * @param limit the most that can be moved now, in ten-thousandths; what the seller or the customer has
 * @param endless whether the seller issues credits itself
 */
record CreditsView(Tenant tenant, Wallet wallet, long limit, boolean endless) {}
