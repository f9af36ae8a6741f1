package io.heliograph.portal.messages;

import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import java.util.Optional;

/**
 * Why a message was not delivered, or why nobody knows: a key of the words that say what it means, what the likely causes
 * are and what to do.
 */
enum Reason {
    /** 1s2u's 0041: the number. */
    NUMBER,
    /** 0042: no way to that network. */
    NETWORK,
    /** 0030: the sender. */
    SENDER,
    /** 0050: the text. */
    TEXT,
    /** It waited in our queue for longer than a message is worth. */
    WAITED,
    /** A code that only we can do something about. */
    OURS,
    /** The network gave up. */
    UNDELIVERED,
    /** The network ran out of time. */
    EXPIRED,
    /** No clear answer; a report may still come. */
    UNCERTAIN,
    /** No clear answer, and no report within the time that is waited. */
    UNKNOWN;

    /** Why this message is where it is; empty where nothing went wrong. */
    static Optional<Reason> of(Message message) {
        return switch (message.state()) {
            case UNDELIVERED -> Optional.of(UNDELIVERED);
            case EXPIRED -> Optional.of(EXPIRED);
            case UNCERTAIN -> Optional.of(UNCERTAIN);
            case UNKNOWN -> Optional.of(UNKNOWN);
            case REFUSED -> Optional.of(ofRefusal(message.reason() == null ? "" : message.reason()));
            case QUEUED, SUBMITTING, SUBMITTED, DELIVERED, CANCELLED -> Optional.empty();
        };
    }

    /** What a refusal's code, or our own words for it, means. */
    static Reason ofRefusal(String reason) {
        return switch (reason) {
            case "0041" -> NUMBER;
            case "0042" -> NETWORK;
            case "0030" -> SENDER;
            case "0050" -> TEXT;
            case Message.WAITED_TOO_LONG -> WAITED;
            default -> OURS;
        };
    }

    /** Whether the charge stays, goes back, or is not decided: the end of a message key. */
    static String charge(Message message) {
        if (message.isRefunded()) {
            return "refunded";
        }
        return message.state() == MessageState.UNCERTAIN || message.state() == MessageState.UNKNOWN ? "held" : "kept";
    }
}
