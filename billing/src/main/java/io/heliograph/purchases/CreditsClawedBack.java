package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import java.util.UUID;

/**
 * Credits of a refunded or disputed purchase go back to the seller. Published inside the transaction that moves them.
 *
 * @param tenantId the buyer
 * @param credits what goes back now
 * @param owed what the same refund or dispute still has to collect, as the buyer had spent it
 */
public record CreditsClawedBack(UUID tenantId, UUID purchaseId, UUID sellerId, Credits credits, Credits owed) {}
