package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import java.util.UUID;

/**
 * A purchase is paid and its seller lacks the credits. Published once, inside a transaction: what a
 * listener writes is committed as one.
 *
 * @param tenantId the buyer
 * @param credits what the seller has to get, or to be given
 */
public record PurchaseWaitsForSeller(UUID tenantId, UUID purchaseId, UUID sellerId, Credits credits) {}
