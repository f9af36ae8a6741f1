package io.heliograph.api.webhooks;

import io.heliograph.webhooks.WebhookFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An endpoint to make. */
record EndpointRequest(
        @NotBlank(message = "Give the address that events are posted to")
        String url,

        @Pattern(regexp = "standard|form", message = "A format is standard or form") @Nullable
        String format) {

    WebhookFormat wanted() {
        return EndpointView.FORM.equals(format) ? WebhookFormat.ONE_S2U : WebhookFormat.STANDARD;
    }
}
