package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import java.util.UUID;

/**
 * A dispute was won, or a refund failed: credits go to the buyer again. Published inside the transaction that moves them.
 *
 * @param tenantId the buyer
 */
public record CreditsGivenBack(UUID tenantId, UUID purchaseId, UUID sellerId, Credits credits) {}
