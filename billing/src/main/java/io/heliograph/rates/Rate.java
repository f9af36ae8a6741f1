package io.heliograph.rates;

import io.heliograph.ledger.Credits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a seller asks for a unit to numbers with a prefix.
 *
 * @param customerId whom it is for; null for all customers
 * @param prefix digits; empty for everywhere
 */
record Rate(
        UUID sellerId,
        UUID id,
        @Nullable UUID customerId,
        Product product,
        String prefix,
        Credits price,
        Instant createdAt) {}
