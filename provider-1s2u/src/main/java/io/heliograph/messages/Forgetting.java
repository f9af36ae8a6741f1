package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.messages.ForgottenRows.Gone;
import io.heliograph.messages.ForgottenRows.Old;
import io.heliograph.receipts.Receipts;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes messages that are older than their tenant keeps them, whole submissions at a time, and remembers what they came
 * to for the proof. What waits or is uncertain stays until it is settled.
 */
@Component
public class Forgetting {

    private static final int SUBMISSIONS_AT_ONCE = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final Retention retention;
    private final ForgottenRows rows;
    private final Receipts receipts;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Forgetting(
            Retention retention,
            ForgottenRows rows,
            Receipts receipts,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.retention = retention;
        this.rows = rows;
        this.receipts = receipts;
        this.transactions = transactions;
        this.events = events;
    }

    /** Deletes all that is too old now; each hour by itself. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void run() {
        retention.apply("messages", (tenantId, before) -> forget(tenantId, RowIds.lowest(before)));
    }

    private void forget(UUID tenantId, UUID before) {
        UUID after = FIRST;
        List<Old> last;
        do {
            UUID from = after;
            last = transactions.call(() -> forgetSome(tenantId, from, before));
            after = last.isEmpty() ? after : last.getLast().submissionId();
        } while (last.size() == SUBMISSIONS_AT_ONCE);
    }

    private List<Old> forgetSome(UUID tenantId, UUID after, UUID before) {
        rows.lock(tenantId);
        List<Old> submissions = rows.submissions(tenantId, after, before, SUBMISSIONS_AT_ONCE);
        if (!submissions.isEmpty()) {
            List<Gone> messages = rows.messages(tenantId, submissions);
            events.publishEvent(
                    new MessagesForgotten(messages.stream().map(Gone::ref).toList()));
            receipts.forget(
                    tenantId, submissions.stream().map(Old::submissionId).toList());
            rows.delete(tenantId, submissions, messages);
            rows.remember(tenantId, submissions, messages);
        }
        return submissions;
    }
}
