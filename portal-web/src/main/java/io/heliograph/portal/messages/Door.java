package io.heliograph.portal.messages;

import io.heliograph.messages.MessageState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** States as people look for them, each with its count on the list of messages. Together they are all states. */
public enum Door {
    WAITING(MessageState.QUEUED, MessageState.SUBMITTING),
    NETWORK(MessageState.SUBMITTED),
    DELIVERED(MessageState.DELIVERED),
    FAILED(MessageState.UNDELIVERED, MessageState.EXPIRED),
    UNSENT(MessageState.REFUSED, MessageState.CANCELLED),
    DOUBT(MessageState.UNCERTAIN, MessageState.UNKNOWN);

    private final Set<MessageState> states;

    Door(MessageState first, MessageState... others) {
        this.states = EnumSet.of(first, others);
    }

    /** What is behind it. */
    public Set<MessageState> states() {
        return EnumSet.copyOf(states);
    }

    /** How it is called in addresses and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Door> of(String word) {
        return Stream.of(values()).filter(door -> door.word().equals(word)).findFirst();
    }
}
