package io.heliograph.portal.webhooks;

import io.heliograph.webhooks.WebhookFormat;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint to add, as typed.
 *
 * @param format {@code STANDARD}, {@code BATCH} or {@code 1S2U}
 */
record EndpointForm(String url, String format) {

    EndpointForm(@Nullable String url, @Nullable String format) {
        this.url = url == null ? "" : url.strip();
        this.format = format == null || format.isBlank() ? WebhookFormat.STANDARD.code() : format;
    }

    Optional<WebhookFormat> wanted() {
        return Arrays.stream(WebhookFormat.values())
                .filter(one -> one.code().equals(format))
                .findFirst();
    }
}
