package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import java.util.UUID;

/**
 * Bought credits go into a wallet. Published inside the transaction that books them: what a listener writes is committed
 * with it or not at all.
 *
 * @param tenantId the buyer
 * @param credits what the buyer gets: the package's, less what was taken back before
 */
public record PurchaseFulfilled(UUID tenantId, UUID purchaseId, UUID sellerId, Credits credits, Price price) {}
