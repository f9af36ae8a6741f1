package io.heliograph.messages;

import java.util.EnumSet;
import java.util.Set;

/** Where a message is on its way. A state only moves forward; {@link #canBecome} is the whole machine. */
public enum MessageState {
    /** Accepted and paid for; waits for its turn. */
    QUEUED,
    /**
     * The attempt is on disk; the request is leaving, or has left, and is not answered yet. The queue's own row says so
     * and never the message's, which would be written twice for each request.
     */
    SUBMITTING,
    /** 1s2u has it; a delivery report is awaited. */
    SUBMITTED,
    /** On the handset, by the delivery report. */
    DELIVERED,
    /** Given up by the network, by the delivery report. */
    UNDELIVERED,
    /** Ran out of time at the network, by the delivery report. */
    EXPIRED,
    /** Not sent, for good: refused by 1s2u, or too old in our queue. Refunded. */
    REFUSED,
    /** The request was written and not answered readably (contract S9): never sent again, charge kept. */
    UNCERTAIN,
    /** Uncertain for longer than the account's window: the reseller may refund it by hand (contract S9). */
    UNKNOWN,
    /** Stopped by a person before it was sent. Refunded. */
    CANCELLED;

    private static final Set<MessageState> REPORTED = EnumSet.of(DELIVERED, UNDELIVERED, EXPIRED);

    /** Whether nothing further happens to the message. {@link #UNKNOWN} is not final: a late report still settles it. */
    public boolean isFinal() {
        return switch (this) {
            case DELIVERED, UNDELIVERED, EXPIRED, REFUSED, CANCELLED -> true;
            case QUEUED, SUBMITTING, SUBMITTED, UNCERTAIN, UNKNOWN -> false;
        };
    }

    /** Whether the message may go from this state to {@code next}. */
    public boolean canBecome(MessageState next) {
        return switch (this) {
            case QUEUED ->
                EnumSet.of(QUEUED, SUBMITTED, REFUSED, UNCERTAIN, CANCELLED).contains(next);
            case SUBMITTING -> false;
            case SUBMITTED -> REPORTED.contains(next);
            case UNCERTAIN -> next == SUBMITTED || next == UNKNOWN || REPORTED.contains(next);
            case UNKNOWN -> next == SUBMITTED || REPORTED.contains(next);
            case DELIVERED, UNDELIVERED, EXPIRED, REFUSED, CANCELLED -> false;
        };
    }
}
