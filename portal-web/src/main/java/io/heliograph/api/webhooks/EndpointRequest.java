package io.heliograph.api.webhooks;

import io.heliograph.webhooks.WebhookFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An endpoint to make. */
record EndpointRequest(
        @NotBlank(message = "Give the address that events are posted to") String url,

        @Pattern(regexp = "standard|1s2u", message = "A format is standard or 1s2u") @Nullable String format) {

    WebhookFormat wanted() {
        return format == null ? WebhookFormat.STANDARD : WebhookFormat.of(format.toUpperCase(Locale.ROOT));
    }
}
