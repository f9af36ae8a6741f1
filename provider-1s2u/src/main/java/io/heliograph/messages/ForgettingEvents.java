package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.webhooks.OldEvents;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What a tenant's webhooks were told goes when its messages do, a seller's copies by the seller's own days. */
@Component
public class ForgettingEvents {

    private static final Logger log = LoggerFactory.getLogger(ForgettingEvents.class);

    private final Retention retention;
    private final OldEvents events;
    private final Clock clock;

    ForgettingEvents(Retention retention, OldEvents events, Clock clock) {
        this.retention = retention;
        this.events = events;
        this.clock = clock;
    }

    /** Deletes all that is too old now; each hour by itself. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    public void run() {
        retention.all().forEach((tenantId, days) -> {
            try {
                events.forget(tenantId, RowIds.lowest(clock.instant().minus(Duration.ofDays(days))));
            } catch (RuntimeException e) {
                log.error("Old webhook events of tenant {} are still there", tenantId, e);
            }
        });
    }
}
