package io.heliograph.portal.messages;

import io.heliograph.messages.MessageState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** States as people look for them, each with its count on the list of messages. All but {@link #MOVING} are apart and together all states. */
public enum Door {
    WAITING,
    NETWORK,
    DELIVERED,
    FAILED,
    UNSENT,
    DOUBT,
    /** {@link #WAITING} and {@link #NETWORK} together. */
    MOVING;

    /** What is behind it. */
    public Set<MessageState> states() {
        return switch (this) {
            case WAITING -> EnumSet.of(MessageState.QUEUED, MessageState.SUBMITTING);
            case NETWORK -> EnumSet.of(MessageState.SUBMITTED);
            case DELIVERED -> EnumSet.of(MessageState.DELIVERED);
            case FAILED -> EnumSet.of(MessageState.UNDELIVERED, MessageState.EXPIRED);
            case UNSENT -> EnumSet.of(MessageState.REFUSED, MessageState.CANCELLED);
            case DOUBT -> EnumSet.of(MessageState.UNCERTAIN, MessageState.UNKNOWN);
            case MOVING -> EnumSet.of(MessageState.QUEUED, MessageState.SUBMITTING, MessageState.SUBMITTED);
        };
    }

    /** How it is called in addresses and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Door> of(String word) {
        return Stream.of(values()).filter(door -> door.word().equals(word)).findFirst();
    }
}
