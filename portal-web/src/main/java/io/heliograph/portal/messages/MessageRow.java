package io.heliograph.portal.messages;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.portal.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as a row of a list.
 *
 * @param href of its own page
 * @param text its first line
 * @param reason the message key of why it is not delivered; null where nothing went wrong
 * @param cost what it cost in the end
 * @param open whether it may still change by itself
 */
public record MessageRow(
        UUID id,
        String href,
        String msisdn,
        String text,
        String sender,
        Status status,
        @Nullable String reason,
        Credits cost,
        boolean refunded,
        Instant acceptedAt,
        boolean open,
        int version) {

    /** The row of a message that is shown below a path. */
    public static MessageRow of(Message message, String base) {
        return new MessageRow(
                message.id(),
                base + "/" + message.id(),
                message.msisdn(),
                message.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse(""),
                message.sender(),
                MessageStatus.of(message),
                Reason.of(message)
                        .map(reason -> "message.reason." + reason + ".short")
                        .orElse(null),
                message.price().minus(message.refunded()),
                message.isRefunded(),
                message.acceptedAt(),
                !message.state().isFinal(),
                version(message));
    }

    /** Grows also when its request leaves, of which the message's own row says nothing. */
    private static int version(Message message) {
        return 2 * message.version() + (message.state() == MessageState.SUBMITTING ? 1 : 0);
    }
}
