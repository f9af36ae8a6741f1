package io.heliograph.lookups;

import io.heliograph.db.Transactions;
import io.heliograph.ledger.Ledger;
import io.heliograph.lookups.ResultRows.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pauses, resumes and stops jobs. */
@Component
class Stopping {

    /** As many lookups as are refunded in one transaction, by one transfer. */
    private static final int AT_ONCE = 5_000;

    private final JobRows jobs;
    private final ResultRows rows;
    private final Refunds refunds;
    private final Metering metering;
    private final Ledger ledger;
    private final Transactions transactions;
    private final Clock clock;

    Stopping(
            JobRows jobs,
            ResultRows rows,
            Refunds refunds,
            Metering metering,
            Ledger ledger,
            Transactions transactions,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.refunds = refunds;
        this.metering = metering;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    boolean pause(UUID tenantId, UUID jobId) {
        return transactions.call(() -> jobs.move(tenantId, jobId, LookupJobState.RUNNING, LookupJobState.PAUSED));
    }

    boolean resume(UUID tenantId, UUID jobId) {
        return transactions.call(() -> {
            boolean resumed = jobs.move(tenantId, jobId, LookupJobState.PAUSED, LookupJobState.RUNNING);
            if (resumed) {
                jobs.expireAt(tenantId, jobId, clock.instant().plus(Starting.LONGEST_RUN));
            }
            return resumed;
        });
    }

    boolean cancel(UUID tenantId, UUID jobId, @Nullable UUID actorId) {
        boolean stopped =
                transactions.call(() -> jobs.move(tenantId, jobId, LookupJobState.RUNNING, LookupJobState.CANCELLED)
                        || jobs.move(tenantId, jobId, LookupJobState.PAUSED, LookupJobState.CANCELLED));
        if (stopped) {
            refundWaiting(tenantId, jobId, actorId);
        }
        return stopped;
    }

    /** Refunds all that still waits of a stopped job, piece by piece; again, if a node died on the way. */
    void refundWaiting(UUID tenantId, UUID jobId, @Nullable UUID actorId) {
        int refunded;
        do {
            refunded = transactions.call(() -> refundSome(tenantId, jobId, actorId));
        } while (refunded > 0);
    }

    private int refundSome(UUID tenantId, UUID jobId, @Nullable UUID actorId) {
        Optional<LookupJob> job =
                jobs.lock(tenantId, jobId).filter(locked -> locked.state() == LookupJobState.CANCELLED);
        List<Asked> waiting = job.isEmpty() ? List.of() : rows.waiting(tenantId, jobId, AT_ONCE);
        if (waiting.isEmpty()) {
            job.ifPresent(_ -> rows.count(tenantId, jobId, Progress.NONE, clock.instant()));
            return 0;
        }
        UUID refundId = Refunds.newId();
        int cancelled = rows.cancelWaiting(tenantId, jobId, waiting.getLast().position(), refundId);
        if (cancelled != waiting.size()) {
            throw new IllegalStateException(
                    "Of " + waiting.size() + " lookups of job " + jobId + " " + cancelled + " were cancelled");
        }
        Refunds.Refund refund = refunds.of(refundId, waiting, actorId);
        rows.count(tenantId, jobId, Progress.cancelled(cancelled, refund.credits()), clock.instant());
        metering.settled(job.orElseThrow(), waiting, LookupState.CANCELLED);
        ledger.post(refund.transfers());
        return cancelled;
    }
}
