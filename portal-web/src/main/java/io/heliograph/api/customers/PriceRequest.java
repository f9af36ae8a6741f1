package io.heliograph.api.customers;

import io.heliograph.ledger.Credits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a unit costs a customer.
 *
 * @param product {@code sms}, for each segment, or {@code lookup}; null for the first
 * @param prefix digits that numbers begin with; null or empty for everywhere
 */
record PriceRequest(
        @Pattern(regexp = "sms|lookup", message = "A product is sms or lookup") @Nullable
        String product,

        @Pattern(regexp = "[0-9]{0,18}", message = "A prefix has at most 18 digits") @Nullable
        String prefix,

        @NotNull(message = "Say what it costs") Credits price) {}
