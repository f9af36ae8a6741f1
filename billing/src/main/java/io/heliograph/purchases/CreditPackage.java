package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * So many credits for so much money. A package is never changed, only retired.
 *
 * @param sellerId the tenant that offers it to its customers
 * @param retiredAt since when it can't be bought any more; null while it can
 */
public record CreditPackage(
        UUID sellerId,
        UUID id,
        String name,
        Credits credits,
        Price price,
        Instant createdAt,
        @Nullable Instant retiredAt) {

    /** Whether it can be bought. */
    public boolean isOnSale() {
        return retiredAt == null;
    }
}
