package io.heliograph.webhooks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message.
 *
 * @param type such as {@code message.delivered}, at most 40 characters
 * @param smsId the id that the customer was given when it submitted
 * @param messageId the message
 */
public record NewEvent(
        String type, @Nullable UUID smsId, @Nullable UUID messageId, StatusReport report) {

    private static final int MOST_CHARACTERS = 40;

    public NewEvent {
        if (type.isEmpty() || type.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("An event's type has 1 to 40 characters: " + type);
        }
    }
}
