package io.heliograph.webhooks.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to post, whatever came of it.
 *
 * @param requestHeaders as they were sent, one {@code Name: value} per line
 * @param answer what came back, also when it was cut off
 * @param error why it failed, in words; null if it is a success
 */
public record Exchange(
        Instant startedAt,
        Duration duration,
        WebhookRequest request,
        String requestHeaders,
        @Nullable Answer answer,
        @Nullable String error) {

    /** The same of a part of its body. */
    public Exchange about(String part) {
        return new Exchange(
                startedAt,
                duration,
                new WebhookRequest(request.url(), request.headers(), part),
                requestHeaders,
                answer,
                error);
    }

    /** Whether the event was taken. */
    public boolean isSuccess() {
        return error == null;
    }
}
