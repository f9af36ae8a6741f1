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
 * @param requestBody its first {@value #MOST_CHARACTERS} characters
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

    /**
     * What is kept of a text: three bytes a character, and four a pair of two, are less than the 64 KB of a column. A form
     * has nine for some characters of an event.
     */
    public static final int MOST_CHARACTERS = 20_000;

    /** The beginning of a text, as much as is kept. */
    public static String kept(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean isInPair = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, isInPair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
    }

    /** Whether more may have been sent than was kept. */
    public boolean isRequestCut() {
        return requestBody.length() >= MOST_CHARACTERS - 1;
    }

    /** Whether the event was taken. */
    public boolean isSuccess() {
        return error == null;
    }
}
