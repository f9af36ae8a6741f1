package io.heliograph.api.webhooks;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What to change of an endpoint; what is null stays. */
record EndpointChange(
        @Nullable String url,

        @Pattern(regexp = "on|off", message = "A state to set is on or off") @Nullable
        String state) {}
