package io.heliograph.messages;

/**
 * What a delivery report says of a message.
 *
 * @param message as it was read
 * @param next where the network says it is
 * @param providerMessageId 1s2u's id in the report
 * @param locked whether the message was read by {@link Messages#lockCorrelated} in this transaction, so that it is still so
 */
public record Reported(Message message, MessageState next, String providerMessageId, boolean locked) {

    boolean isNewId() {
        return !providerMessageId.equals(message.providerMessageId());
    }

    boolean isRefund() {
        return isRefund(message, next);
    }

    /** Whether the price goes back when a message gets into this state. */
    static boolean isRefund(Message message, MessageState next) {
        return message.refundUndelivered()
                && !message.isRefunded()
                && (next == MessageState.UNDELIVERED || next == MessageState.EXPIRED);
    }
}
