package io.heliograph.portal.messages;

import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;

/** The state of a message as all screens show it. */
public final class MessageStatus {

    private MessageStatus() {}

    /** With the time since when. */
    public static Status of(Message message) {
        return of(message.state(), message);
    }

    private static Status of(MessageState state, Message message) {
        return new Status("message.state." + state, icon(state), tone(state), message.stateAt());
    }

    static String icon(MessageState state) {
        return switch (state) {
            case QUEUED -> "clock";
            case SUBMITTING -> "arrow";
            case SUBMITTED -> "arrow-up";
            case DELIVERED -> "check";
            case UNDELIVERED -> "cross";
            case EXPIRED -> "hourglass";
            case REFUSED -> "ban";
            case UNCERTAIN, UNKNOWN -> "question";
            case CANCELLED -> "square";
        };
    }

    static Tone tone(MessageState state) {
        return switch (state) {
            case QUEUED, SUBMITTING, SUBMITTED -> Tone.OPEN;
            case DELIVERED -> Tone.GOOD;
            case UNDELIVERED, EXPIRED, REFUSED -> Tone.BAD;
            case UNCERTAIN, UNKNOWN -> Tone.DOUBT;
            case CANCELLED -> Tone.IDLE;
        };
    }
}
