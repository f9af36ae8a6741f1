package io.heliograph.api.customers;

import io.heliograph.ledger.Credits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Credits to move between a seller and its customer.
 *
 * @param credits above zero
 * @param note for both statements
 */
record AllocationRequest(
        @NotNull(message = "Say how many credits") Credits credits,

        @Size(max = 200, message = "A note has at most 200 characters") @Nullable
        String note) {}
