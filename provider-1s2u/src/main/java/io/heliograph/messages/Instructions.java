package io.heliograph.messages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a customer asks for beside the message itself.
 *
 * @param sendAt not to be sent before then, at most {@link #LONGEST_AHEAD} ahead; null, or a time that has passed: now
 * @param expiresAt not to be sent after then, but refunded; null, or later than three days after it is due: those
 *     three days
 * @param metadata a JSON object of the customer's own, at most {@value #LONGEST_METADATA} bytes, given back with the
 *     message and its events
 */
public record Instructions(
        @Nullable Instant sendAt,
        @Nullable Instant expiresAt,
        @Nullable String metadata) {

    /** Nothing beside the message. */
    public static final Instructions NONE = new Instructions(null, null, null);

    /** How far ahead a message may be scheduled. */
    public static final Duration LONGEST_AHEAD = Duration.ofDays(90);

    /** The most bytes of metadata, in UTF-8. */
    public static final int LONGEST_METADATA = 4_096;

    public Instructions {
        if (metadata != null && metadata.getBytes(StandardCharsets.UTF_8).length > LONGEST_METADATA) {
            throw new IllegalArgumentException("Metadata has at most " + LONGEST_METADATA + " bytes");
        }
        if (metadata != null && !isObject(metadata)) {
            throw new IllegalArgumentException("Metadata is a JSON object");
        }
    }

    private static boolean isObject(String json) {
        try {
            return JsonMapper.shared().readTree(json).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }
}
