package io.heliograph.api.messages;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.heliograph.api.Words;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands.
 *
 * @param destination ISO region of the number, {@code ZZ} if unknown
 * @param reason why it was not sent or not delivered, in a stable word
 * @param timeline what happened, oldest first; not in lists
 */
record MessageView(
        UUID id,
        UUID submissionId,
        String from,
        String to,
        String destination,
        String text,
        String encoding,
        int segments,
        Credits price,
        Credits refunded,
        String channel,
        String state,
        Instant stateAt,
        @Nullable String reason,
        Instant acceptedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant scheduleAt,
        @Nullable Instant expiresAt,
        @JsonRawValue @Nullable String metadata,
        @Nullable List<Moment> timeline) {

    static MessageView of(Message message, @Nullable List<Moment> timeline) {
        return new MessageView(
                message.id(),
                message.submissionId(),
                message.sender(),
                message.msisdn(),
                message.destination(),
                message.text(),
                Words.of(message.encoding()),
                message.segments(),
                message.price(),
                message.refunded(),
                Words.of(message.channel()),
                Words.of(message.state()),
                message.stateAt(),
                reason(message),
                message.acceptedAt(),
                message.submittedAt(),
                message.instructions().sendAt(),
                message.instructions().expiresAt(),
                message.instructions().metadata(),
                timeline);
    }

    private static @Nullable String reason(Message message) {
        return message.state() == MessageState.REFUSED ? reasonOf(String.valueOf(message.reason())) : null;
    }

    /** The networks' refusals, and ours, in words that stay. */
    static String reasonOf(String refusal) {
        return switch (refusal) {
            case "0041" -> "number_refused";
            case "0042" -> "no_network";
            case "0030" -> "sender_refused";
            case "0050" -> "text_refused";
            case Message.WAITED_TOO_LONG -> "expired_in_queue";
            default -> "refused";
        };
    }
}
