package io.heliograph.lookups;

import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.Transfer;
import io.heliograph.lookups.ResultRows.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what became of lookups: rows, what their jobs count, usage, and last the refunds; all or nothing. */
@Component
class Recording {

    private final JobRows jobs;
    private final ResultRows rows;
    private final EarlierAnswers answers;
    private final Refunds refunds;
    private final Metering metering;
    private final Ledger ledger;
    private final Settlements settlements;
    private final Transactions transactions;
    private final Clock clock;

    Recording(
            JobRows jobs,
            ResultRows rows,
            EarlierAnswers answers,
            Refunds refunds,
            Metering metering,
            Ledger ledger,
            Settlements settlements,
            Transactions transactions,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.answers = answers;
        this.refunds = refunds;
        this.metering = metering;
        this.ledger = ledger;
        this.settlements = settlements;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Records outcomes of lookups under a lease; those whose lease was lost are passed over. */
    void record(UUID lease, Map<Asked, Outcome> outcomes) {
        Map<JobKey, Map<Asked, Outcome>> byJob = new TreeMap<>();
        outcomes.forEach((asked, outcome) -> byJob.computeIfAbsent(JobKey.of(asked), _ -> new LinkedHashMap<>())
                .put(asked, outcome));
        transactions.run(() -> {
            List<Transfer> transfers = new ArrayList<>();
            byJob.forEach((key, ofJob) -> transfers.addAll(record(key, lease, ofJob)));
            ledger.post(transfers);
        });
        settlements.signal();
    }

    /** Returns the transfers of the refunds. */
    private List<Transfer> record(JobKey key, UUID lease, Map<Asked, Outcome> outcomes) {
        LookupJob job = jobs.lock(key.tenantId(), key.jobId()).orElseThrow();
        boolean stopped = job.state() == LookupJobState.CANCELLED;
        UUID refundId = Refunds.newId();
        Map<Asked, Outcome> done = new LinkedHashMap<>();
        inTime(job, outcomes).forEach((asked, outcome) -> {
            if (write(asked, lease, outcome, stopped, refundId)) {
                done.put(asked, outcome);
            }
        });
        List<Asked> failed = with(done, Outcome.Failed.class);
        List<Asked> cancelled = stopped ? with(done, Outcome.Back.class) : List.of();
        List<Asked> refunded = new ArrayList<>(failed);
        refunded.addAll(cancelled);
        Refunds.Refund refund = refunds.of(refundId, refunded, null);
        rows.count(key.tenantId(), key.jobId(), Progress.of(done, stopped, refund.credits()), clock.instant());
        keepAnswers(done);
        metering.settled(job, with(done, Outcome.Answered.class), LookupState.ANSWERED);
        metering.settled(job, failed, LookupState.FAILED);
        metering.settled(job, cancelled, LookupState.CANCELLED);
        return refund.transfers();
    }

    /** A program that stopped waiting for its answer does not pay for one that comes later. */
    private static Map<Asked, Outcome> inTime(LookupJob job, Map<Asked, Outcome> outcomes) {
        if (job.channel() != LookupChannel.HLR || job.state() != LookupJobState.CANCELLED) {
            return outcomes;
        }
        Map<Asked, Outcome> late = new LinkedHashMap<>();
        outcomes.keySet().forEach(asked -> late.put(asked, new Outcome.Failed(Outcomes.TOO_LATE)));
        return late;
    }

    private boolean write(Asked asked, UUID lease, Outcome outcome, boolean stopped, UUID refundId) {
        return switch (outcome) {
            case Outcome.Answered answered -> rows.answered(asked, lease, answered.answer());
            case Outcome.Failed failed ->
                rows.refunded(asked, lease, LookupState.FAILED, failed.reason(), refundId);
            case Outcome.Back back ->
                stopped
                        ? rows.refunded(asked, lease, LookupState.CANCELLED, null, refundId)
                        : rows.back(asked, lease, back);
        };
    }

    /** Unclear answers are not worth giving again. */
    private void keepAnswers(Map<Asked, Outcome> done) {
        Map<Asked, EarlierAnswer> clear = new HashMap<>();
        done.forEach((asked, outcome) -> {
            if (outcome instanceof Outcome.Answered(EarlierAnswer answer)
                    && answer.status() != NumberStatus.UNCLEAR) {
                clear.put(asked, answer);
            }
        });
        answers.keep(clear);
    }

    private static List<Asked> with(Map<Asked, Outcome> done, Class<? extends Outcome> kind) {
        return done.entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Jobs in the order in which their rows are locked. */
    private record JobKey(UUID tenantId, UUID jobId) implements Comparable<JobKey> {

        static JobKey of(Asked asked) {
            return new JobKey(asked.tenantId(), asked.jobId());
        }

        @Override
        public int compareTo(JobKey other) {
            return Comparator.comparing(JobKey::tenantId)
                    .thenComparing(JobKey::jobId)
                    .compare(this, other);
        }
    }
}
