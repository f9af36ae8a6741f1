package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import io.heliograph.messages.Messages;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The messages that wait to be sent. */
@Component
public class Queue {

    private final QueueRows rows;
    private final Messages messages;
    private final Lifecycle lifecycle;
    private final Transactions transactions;

    Queue(QueueRows rows, Messages messages, Lifecycle lifecycle, Transactions transactions) {
        this.rows = rows;
        this.messages = messages;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
    }

    /** Puts accepted messages into the queue, in the transaction that accepts them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Message> accepted) {
        rows.insert(accepted);
    }

    /**
     * Takes a message that still waits out of the queue and refunds it.
     *
     * @param actorId who did it; null for the tenant's own system
     * @return false if it is not there, or is on its way already
     */
    public boolean cancel(UUID tenantId, UUID messageId, @Nullable UUID actorId) {
        MessageRef ref = new MessageRef(tenantId, messageId);
        return transactions.call(() -> {
            if (!rows.removeWaiting(ref)) {
                return false;
            }
            return !lifecycle.cancelled(messages.find(List.of(ref)), actorId).isEmpty();
        });
    }

    /** How many messages of these tenants wait, those under way included. */
    public long waiting(Collection<UUID> tenantIds) {
        return tenantIds.stream().map(RowIds::bytes).mapToLong(rows::waiting).sum();
    }

    /** Holds what these tenants have in the queue, and what they add, until it is released. */
    public void hold(Collection<UUID> tenantIds) {
        tenantIds.stream().map(RowIds::bytes).forEach(rows::hold);
    }

    /** Lets the messages of these tenants go on. */
    public void release(Collection<UUID> tenantIds) {
        tenantIds.stream().map(RowIds::bytes).forEach(rows::release);
    }
}
