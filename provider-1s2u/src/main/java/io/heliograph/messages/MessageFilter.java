package io.heliograph.messages;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a tenant are looked for; what is null or empty does not narrow.
 *
 * @param states any of these
 * @param msisdn exactly this number, digits of E.164
 * @param submissionId of this submission
 * @param from accepted then or later
 */
public record MessageFilter(
        Set<MessageState> states,
        @Nullable String msisdn,
        @Nullable UUID submissionId,
        @Nullable Instant from) {

    public MessageFilter {
        states = Set.copyOf(states);
    }

    /** All messages. */
    public static MessageFilter all() {
        return new MessageFilter(Set.of(), null, null, null);
    }
}
