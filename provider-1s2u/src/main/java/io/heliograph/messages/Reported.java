package io.heliograph.messages;

/**
 * What a delivery report says of a message.
 *
 * @param message as it was read
 * @param next where the network says it is
 * @param providerMessageId 1s2u's id in the report
 */
public record Reported(Message message, MessageState next, String providerMessageId) {

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
