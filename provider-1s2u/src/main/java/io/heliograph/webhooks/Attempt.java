package io.heliograph.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange of a delivery, as it was.
 *
 * @param number from 1
 * @param url the address at that time
 * @param status the answer's, if there was one
 * @param error why it failed, in words; null if it didn't
 * @param requestHeaders one {@code Name: value} per line
 * @param responseHeaders likewise
 * @param responseBody its first 16 KB
 */
public record Attempt(
        int number,
        Instant startedAt,
        Duration duration,
        String url,
        @Nullable Integer status,
        @Nullable String error,
        String requestHeaders,
        String requestBody,
        @Nullable String responseHeaders,
        @Nullable String responseBody) {

    /** Whether the event was taken. */
    public boolean isSuccess() {
        return error == null;
    }
}
