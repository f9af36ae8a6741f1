package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.messages.Message;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The backlogs of the accounts whose queue this node works off, and how to wake who does. */
@Component
class Backlogs {

    /** How long an accepted message is this node's alone: what a node that dies keeps others waiting for. */
    static final Duration LEASE = Duration.ofSeconds(8);

    /** What is not claimed by then is left to the queue, well before the lease ends there. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Map<UUID, Desk> desks = new ConcurrentHashMap<>();

    /** Under which all rows of what is in memory are written: this node's, from its start to its end. */
    private final UUID lease = RowIds.next();

    UUID lease() {
        return lease;
    }

    /** From now on the account's messages may be handed over in memory; {@code wake} must be quick. */
    void open(UUID accountId, Backlog backlog, Runnable wake) {
        desks.put(accountId, new Desk(backlog, wake));
    }

    void close(UUID accountId) {
        desks.remove(accountId);
    }

    /** Whether messages of one tenant and account may be kept in memory. */
    boolean takes(UUID accountId, UUID tenantId, int messages) {
        Desk desk = desks.get(accountId);
        return desk != null && desk.backlog.hasRoomFor(tenantId, messages);
    }

    /** Takes over what was committed as held by this node. */
    void add(Map<Entry, Message> accepted) {
        long until = System.nanoTime() + KEPT.toNanos();
        accepted.entrySet().stream()
                .map(each -> new Held(each.getKey(), each.getValue(), until))
                .collect(Collectors.groupingBy(held -> held.entry().accountId()))
                .forEach((accountId, held) -> {
                    Desk desk = desks.get(accountId);
                    if (desk != null) {
                        desk.backlog.add(held);
                    }
                });
    }

    /** Something was queued for this account: look now, not at the next turn. */
    void wake(UUID accountId) {
        Desk desk = desks.get(accountId);
        if (desk != null) {
            desk.wake.run();
        }
    }

    private record Desk(Backlog backlog, Runnable wake) {}
}
