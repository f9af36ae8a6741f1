package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.webhooks.OldEvents;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What a tenant's webhooks were told goes when its messages do, a seller's copies by the seller's own days. */
@Component
public class ForgettingEvents {

    private final Retention retention;
    private final OldEvents events;

    ForgettingEvents(Retention retention, OldEvents events) {
        this.retention = retention;
        this.events = events;
    }

    /** Deletes all that is too old now; each hour by itself. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    public void run() {
        retention.apply("webhook events", (tenantId, before) -> events.forget(tenantId, RowIds.lowest(before)));
    }
}
