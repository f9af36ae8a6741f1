package io.heliograph.webhooks;

import io.heliograph.db.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deletes events that are older than their tenant keeps them, with their deliveries and attempts. */
@Component
public class OldEvents {

    /** Few, as an attempt is large and its event's rows stay locked until all of them are gone. */
    private static final int AT_ONCE = 200;

    private static final UUID FIRST = new UUID(0, 0);

    private final OldEventRows rows;
    private final Transactions transactions;

    OldEvents(OldEventRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Deletes those whose id is below {@code before}, in small transactions. What still goes out stays until it is out. */
    public void forget(UUID tenantId, UUID before) {
        UUID after = FIRST;
        List<UUID> events;
        do {
            events = rows.done(tenantId, after, before, AT_ONCE);
            if (!events.isEmpty()) {
                List<UUID> some = events;
                transactions.run(() -> forget(tenantId, some));
                after = events.getLast();
            }
        } while (events.size() == AT_ONCE);
    }

    private void forget(UUID tenantId, List<UUID> events) {
        List<UUID> going = rows.lockDone(tenantId, events);
        if (!going.isEmpty()) {
            rows.delete(tenantId, going);
        }
    }
}
