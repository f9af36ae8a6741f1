package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import java.util.UUID;

/**
 * A refund or a dispute takes money of a purchase back. Published once for each, inside the transaction that notes it.
 *
 * @param tenantId the buyer
 * @param disputed whether the payer's bank did it, not the seller
 * @param credits what the buyer has to give back for it
 */
public record PurchaseReversed(UUID tenantId, UUID purchaseId, UUID sellerId, boolean disputed, Credits credits) {}
