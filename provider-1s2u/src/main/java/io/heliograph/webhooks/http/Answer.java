package io.heliograph.webhooks.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the other side said.
 *
 * @param status the HTTP status
 * @param headers one {@code Name: value} per line, cut at 8 KB
 * @param body its first 16 KB read as UTF-8, or less if the answer was cut off
 * @param retryAfter how long it asks to be left alone, if it does
 */
public record Answer(
        int status, String headers, String body, @Nullable Duration retryAfter) {

    /** Whether the event was taken: only 2xx is a success. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
