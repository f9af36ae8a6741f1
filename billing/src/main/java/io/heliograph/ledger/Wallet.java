package io.heliograph.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's credits.
 *
 * @param sellerId the tenant that sells to this one; null for the operator
 * @param balance never below minus the credit limit
 * @param creditLimit how far below zero the seller lets the balance go; 0 unless granted
 */
public record Wallet(UUID tenantId, @Nullable UUID sellerId, Credits balance, Credits creditLimit, Instant openedAt) {

    /** What may be spent now: the balance and the credit limit. */
    public Credits available() {
        return balance.plus(creditLimit);
    }
}
