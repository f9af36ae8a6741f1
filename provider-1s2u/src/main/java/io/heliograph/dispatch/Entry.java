package io.heliograph.dispatch;

import io.heliograph.messages.Instructions;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the queue.
 *
 * @param groupKey messages of one account with the same key may leave in one request
 * @param tries how often it was claimed before
 * @param lease under which this node holds it already; null for one that anybody may claim when it is due
 */
record Entry(
        MessageRef ref,
        UUID accountId,
        UUID groupKey,
        String msisdn,
        int tries,
        @Nullable UUID lease,
        Instructions instructions) {

    /** The place of a message that is new in the queue. */
    static Entry of(Message message) {
        return new Entry(
                message.ref(),
                message.accountId(),
                GroupKey.of(message),
                message.msisdn(),
                0,
                null,
                message.instructions());
    }

    Entry under(UUID newLease) {
        return new Entry(ref, accountId, groupKey, msisdn, tries, newLease, instructions);
    }
}
