package io.heliograph.portal.customers;

import io.heliograph.ledger.Wallet;
import io.heliograph.tenants.Tenant;
import java.util.List;

/**
 * What the forms of a customer's settings show around their fields.
 *
 * @param defaultMarkup the seller's own, in basis points
 */
record SettingsView(Tenant tenant, Wallet wallet, int defaultMarkup, List<String> zones) {}
