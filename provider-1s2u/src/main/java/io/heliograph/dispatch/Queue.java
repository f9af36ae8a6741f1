package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The messages that wait to be sent. */
@Component
public class Queue {

    private final QueueRows rows;
    private final HoldRows holds;
    private final Backlogs backlogs;
    private final Messages messages;
    private final Lifecycle lifecycle;
    private final Transactions transactions;

    Queue(
            QueueRows rows,
            HoldRows holds,
            Backlogs backlogs,
            Messages messages,
            Lifecycle lifecycle,
            Transactions transactions) {
        this.rows = rows;
        this.holds = holds;
        this.backlogs = backlogs;
        this.messages = messages;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
    }

    /**
     * Puts accepted messages into the queue, in the transaction that accepts them. Those that this node can send soon it
     * keeps in memory as well, under a lease; all others are anybody's.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Message> accepted) {
        Map<Entry, Message> held = new LinkedHashMap<>();
        List<Entry> open = new ArrayList<>();
        accepted.stream()
                .collect(Collectors.groupingBy(Whose::of, LinkedHashMap::new, Collectors.toList()))
                .forEach((whose, theirs) -> {
                    if (whose.isDueNow() && backlogs.takes(whose.accountId(), whose.tenantId(), theirs.size())) {
                        theirs.forEach(message -> held.put(Entry.of(message).under(backlogs.lease()), message));
                    } else {
                        theirs.forEach(message -> open.add(Entry.of(message)));
                    }
                });
        rows.insert(open);
        rows.insertHeld(List.copyOf(held.keySet()), Backlogs.LEASE);
        Transactions.afterCommit(() -> {
            backlogs.add(held);
            accepted.stream().map(Message::accountId).distinct().forEach(backlogs::wake);
        });
    }

    /** Whether a request with this number has left, or is about to, and is not answered yet. */
    public boolean isUnderWayTo(UUID accountId, String msisdn) {
        return rows.isUnderWayTo(accountId, msisdn);
    }

    /** The same messages, those as {@code SUBMITTING} whose request has left, or is about to, and is not answered yet. */
    public List<Message> seen(List<Message> read) {
        List<MessageRef> queued = read.stream()
                .filter(message -> message.state() == MessageState.QUEUED)
                .map(Message::ref)
                .toList();
        Set<MessageRef> leaving = queued.isEmpty() ? Set.of() : rows.underWay(queued);
        return read.stream()
                .map(message -> leaving.contains(message.ref()) ? message.submitting() : message)
                .toList();
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
        tenantIds.forEach(holds::hold);
    }

    /** Lets the messages of these tenants go on. */
    public void release(Collection<UUID> tenantIds) {
        tenantIds.forEach(holds::release);
    }

    private record Whose(UUID accountId, UUID tenantId, boolean isDueNow) {

        static Whose of(Message message) {
            return new Whose(
                    message.accountId(),
                    message.tenantId(),
                    message.instructions().sendAt() == null);
        }
    }
}
