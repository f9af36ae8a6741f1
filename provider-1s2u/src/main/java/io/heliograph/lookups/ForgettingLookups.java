package io.heliograph.lookups;

import io.heliograph.db.Transactions;
import io.heliograph.lookups.ForgottenRows.Old;
import io.heliograph.messages.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes jobs that have been over for longer than their tenant's messages are kept, with the answers and the columns of
 * the customer's file, and remembers what they came to for the proof.
 */
@Component
class ForgettingLookups {

    private static final Logger log = LoggerFactory.getLogger(ForgettingLookups.class);

    private static final int JOBS_AT_ONCE = 50;
    private static final int NUMBERS_AT_ONCE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Retention retention;
    private final ForgottenRows rows;
    private final Transactions transactions;
    private final Clock clock;

    ForgettingLookups(Retention retention, ForgottenRows rows, Transactions transactions, Clock clock) {
        this.retention = retention;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Deletes all that is too old now; each hour by itself. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void run() {
        retention.all().forEach((tenantId, days) -> {
            try {
                forget(tenantId, clock.instant().minus(Duration.ofDays(days)));
            } catch (RuntimeException e) {
                log.error("Old lookups of tenant {} are still there", tenantId, e);
            }
        });
    }

    private void forget(UUID tenantId, Instant before) {
        List<Old> last;
        UUID after = FIRST;
        do {
            UUID from = after;
            last = transactions.call(() -> forgetSome(tenantId, from, before));
            after = last.isEmpty() ? after : last.getLast().jobId();
        } while (!last.isEmpty());
    }

    private List<Old> forgetSome(UUID tenantId, UUID after, Instant before) {
        rows.lock(tenantId);
        List<Old> some = few(rows.over(tenantId, after, before, JOBS_AT_ONCE));
        if (!some.isEmpty()) {
            rows.remember(tenantId, some);
            rows.delete(tenantId, some);
        }
        return some;
    }

    /** The first of them, as many as have few numbers together; one at least. */
    private static List<Old> few(List<Old> jobs) {
        int count = 0;
        long numbers = 0;
        while (count < jobs.size() && (count == 0 || numbers + jobs.get(count).numbers() <= NUMBERS_AT_ONCE)) {
            numbers += jobs.get(count).numbers();
            count++;
        }
        return jobs.subList(0, count);
    }
}
