package io.heliograph.lookups;

import io.heliograph.db.Transactions;
import io.heliograph.lookups.ForgottenRows.Old;
import io.heliograph.messages.Retention;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes jobs that have been over for longer than their tenant's messages are kept, with the answers and the columns of
 * the customer's file, and remembers what they came to for the proof.
 */
@Component
class ForgettingLookups {

    private static final int JOBS_AT_ONCE = 50;
    private static final int NUMBERS_AT_ONCE = 2_000;

    private final Retention retention;
    private final ForgottenRows rows;
    private final Transactions transactions;

    ForgettingLookups(Retention retention, ForgottenRows rows, Transactions transactions) {
        this.retention = retention;
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Deletes all that is too old now; each hour by itself. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void run() {
        retention.apply("lookups", this::forget);
    }

    private void forget(UUID tenantId, Instant before) {
        boolean more = true;
        while (more) {
            more = transactions.call(() -> forgetSome(tenantId, before));
        }
    }

    /** Deletes a few; false if there was none. */
    private boolean forgetSome(UUID tenantId, Instant before) {
        rows.lock(tenantId);
        List<Old> some = few(rows.over(tenantId, before, JOBS_AT_ONCE));
        if (!some.isEmpty()) {
            rows.remember(tenantId, some);
            rows.delete(tenantId, some);
        }
        return !some.isEmpty();
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
