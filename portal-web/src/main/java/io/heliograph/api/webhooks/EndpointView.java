package io.heliograph.api.webhooks;

import io.heliograph.api.Words;
import io.heliograph.webhooks.Endpoint;
import io.heliograph.webhooks.WebhookFormat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint.
 *
 * @param format {@code standard}, {@code batch} for several events a call, or {@code form} for the five fields of a report
 * @param secret only in the answer that made it
 * @param oldSecretUntil until when the secret before signs too
 * @param failingSince the first failure after the last success
 */
record EndpointView(
        UUID id,
        String url,
        String format,
        String state,
        Instant stateAt,
        @Nullable String stateReason,
        @Nullable Instant failingSince,
        @Nullable String secret,
        @Nullable Instant oldSecretUntil,
        Instant createdAt) {

    static final String FORM = "form";
    static final String BATCH = "batch";

    static EndpointView of(Endpoint endpoint, @Nullable String secret) {
        return new EndpointView(
                endpoint.id(),
                endpoint.url(),
                word(endpoint.format()),
                Words.of(endpoint.state()),
                endpoint.stateAt(),
                endpoint.stateReason(),
                endpoint.failingSince(),
                secret,
                endpoint.oldSecretUntil(),
                endpoint.createdAt());
    }

    private static String word(WebhookFormat format) {
        return switch (format) {
            case STANDARD -> "standard";
            case BATCH -> BATCH;
            case ONE_S2U -> FORM;
        };
    }
}
