package io.heliograph.purchases;

import java.util.UUID;

/**
 * What was paid is not what was asked for; a person must look. Published once, inside the transaction that notes it.
 *
 * @param tenantId the buyer
 * @param found what Stripe says, in words for the operator
 */
public record PurchaseMismatched(UUID tenantId, UUID purchaseId, UUID sellerId, String found) {}
