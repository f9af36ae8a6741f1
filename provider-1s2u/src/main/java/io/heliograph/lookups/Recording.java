package io.heliograph.lookups;

import io.heliograph.db.Transactions;
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
import java.util.Set;
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
        settlements.signal(byJob.keySet().stream().map(JobKey::jobId).toList());
    }

    /** Returns the transfers of the refunds. */
    private List<Transfer> record(JobKey key, UUID lease, Map<Asked, Outcome> outcomes) {
        LookupJob job = jobs.lock(key.tenantId(), key.jobId()).orElseThrow();
        boolean stopped = job.state() == LookupJobState.CANCELLED;
        Map<Asked, Outcome> done = new LinkedHashMap<>(inTime(job, outcomes));
        Set<Integer> held = rows.held(key.tenantId(), key.jobId(), lease, done.keySet());
        done.keySet().removeIf(asked -> !held.contains(asked.position()));
        Map<Asked, Outcome.Answered> answered = with(done, Outcome.Answered.class);
        Map<Asked, Outcome.Failed> failed = with(done, Outcome.Failed.class);
        Map<Asked, Outcome.Back> back = with(done, Outcome.Back.class);
        UUID refundId = Refunds.newId();
        rows.answered(lease, answered);
        rows.failed(lease, failed, refundId);
        if (stopped) {
            rows.cancelled(lease, back, refundId);
        } else {
            rows.back(lease, back);
        }
        List<Asked> refunded = new ArrayList<>(failed.keySet());
        refunded.addAll(stopped ? back.keySet() : List.of());
        Refunds.Refund refund = refunds.of(refundId, refunded, null);
        rows.count(key.tenantId(), key.jobId(), Progress.of(done, stopped, refund.credits()), clock.instant());
        keepAnswers(answered);
        metering.settled(job, answered.keySet(), LookupState.ANSWERED);
        metering.settled(job, failed.keySet(), LookupState.FAILED);
        metering.settled(job, stopped ? back.keySet() : List.of(), LookupState.CANCELLED);
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

    /** Unclear answers are not worth giving again. */
    private void keepAnswers(Map<Asked, Outcome.Answered> answered) {
        Map<Asked, EarlierAnswer> clear = new HashMap<>();
        answered.forEach((asked, outcome) -> {
            if (outcome.answer().status() != NumberStatus.UNCLEAR) {
                clear.put(asked, outcome.answer());
            }
        });
        answers.keep(clear);
    }

    private static <T extends Outcome> Map<Asked, T> with(Map<Asked, Outcome> done, Class<T> kind) {
        Map<Asked, T> found = new LinkedHashMap<>();
        done.forEach((asked, outcome) -> {
            if (kind.isInstance(outcome)) {
                found.put(asked, kind.cast(outcome));
            }
        });
        return found;
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
