package io.heliograph.messages;

import io.heliograph.ledger.Credits;
import io.heliograph.text.Encoding;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of a submission, as the database has it.
 *
 * @param msisdn digits of E.164, no plus
 * @param segments 1 to 5, what was charged
 * @param price for all segments together, written at acceptance and never recomputed
 * @param refunded zero, or the whole price
 * @param chainId the prices it was charged by
 * @param refundUndelivered the reseller's policy at acceptance
 * @param version grows with every change of state
 * @param reason why it is not sent or not certain: 1s2u's code, or one of ours in words
 * @param providerMessageId 1s2u's id, opaque; null until known
 * @param tries how often a request with it has left, or tried to
 * @param instructions when to send it, and the customer's own data
 */
public record Message(
        UUID tenantId,
        UUID id,
        UUID submissionId,
        Channel channel,
        String msisdn,
        String destination,
        String sender,
        String text,
        Encoding encoding,
        int segments,
        Credits price,
        Credits refunded,
        UUID chainId,
        boolean refundUndelivered,
        MessageState state,
        Instant stateAt,
        int version,
        @Nullable String reason,
        UUID accountId,
        @Nullable String providerMessageId,
        int tries,
        Instant acceptedAt,
        @Nullable Instant submittedAt,
        Instructions instructions) {

    /** The {@code reason} of one that was refused by us, as it waited in the queue for longer than it may. */
    public static final String WAITED_TOO_LONG = "waited too long";

    /** The key of this message. */
    public MessageRef ref() {
        return new MessageRef(tenantId, id);
    }

    /** The same message, with its request under way. */
    public Message submitting() {
        return new Message(
                tenantId,
                id,
                submissionId,
                channel,
                msisdn,
                destination,
                sender,
                text,
                encoding,
                segments,
                price,
                refunded,
                chainId,
                refundUndelivered,
                MessageState.SUBMITTING,
                stateAt,
                version,
                reason,
                accountId,
                providerMessageId,
                tries,
                acceptedAt,
                submittedAt,
                instructions);
    }

    /** Whether its price has been given back. */
    public boolean isRefunded() {
        return refunded.isPositive();
    }
}
