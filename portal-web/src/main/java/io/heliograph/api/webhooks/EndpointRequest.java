package io.heliograph.api.webhooks;

import io.heliograph.webhooks.WebhookFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An endpoint to make. */
record EndpointRequest(
        @NotBlank(message = "Give the address that events are posted to")
        String url,

        @Pattern(regexp = "standard|batch|form", message = "A format is standard, batch or form") @Nullable
        String format) {

    WebhookFormat wanted() {
        return switch (format) {
            case EndpointView.FORM -> WebhookFormat.ONE_S2U;
            case EndpointView.BATCH -> WebhookFormat.BATCH;
            case null, default -> WebhookFormat.STANDARD;
        };
    }
}
