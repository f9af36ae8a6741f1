package io.heliograph.submissions;

import io.heliograph.messages.Channel;
import io.heliograph.messages.Instructions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks to be sent, as it came.
 *
 * @param sender 11 characters at most, or 18 digits, with an optional plus in front (contract S3)
 * @param text 1 to 5 parts (contract S5)
 * @param msisdns digits of E.164 (contract S4); repeated ones are sent once
 * @param idempotencyKey the caller's, at most 128 characters; the same key again gives the first answer
 * @param instructions when to send it, and the caller's own data
 */
public record SubmissionRequest(
        UUID tenantId,
        Channel channel,
        @Nullable UUID credentialId,
        @Nullable UUID userId,
        String sender,
        String text,
        List<String> msisdns,
        @Nullable String idempotencyKey,
        Instructions instructions) {

    static final int LONGEST_KEY = 128;

    public SubmissionRequest {
        msisdns = List.copyOf(msisdns);
        if (idempotencyKey != null && (idempotencyKey.isEmpty() || idempotencyKey.length() > LONGEST_KEY)) {
            throw new IllegalArgumentException("An idempotency key has 1 to " + LONGEST_KEY + " characters");
        }
    }

    /** A request to send now, with nothing beside it. */
    public SubmissionRequest(
            UUID tenantId,
            Channel channel,
            @Nullable UUID credentialId,
            @Nullable UUID userId,
            String sender,
            String text,
            List<String> msisdns,
            @Nullable String idempotencyKey) {
        this(tenantId, channel, credentialId, userId, sender, text, msisdns, idempotencyKey, Instructions.NONE);
    }

    /** The request with each number once, in the order of their first appearance. */
    SubmissionRequest withoutRepeats() {
        return new SubmissionRequest(
                tenantId,
                channel,
                credentialId,
                userId,
                sender,
                text,
                msisdns.stream().distinct().toList(),
                idempotencyKey,
                instructions);
    }
}
