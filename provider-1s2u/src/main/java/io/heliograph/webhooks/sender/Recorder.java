package io.heliograph.webhooks.sender;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import io.heliograph.db.Transactions;
import io.heliograph.webhooks.EndpointKey;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records what came of attempts, many in one transaction; what is no longer this node's to record is dropped. */
@Component
class Recorder {

    private final AttemptRows attempts;
    private final MadeRows madeRows;
    private final OutcomeRows rows;
    private final HourRows hours;
    private final EndpointHealth health;
    private final Transactions transactions;
    private final RetrySchedule schedule = new RetrySchedule(new Random());

    Recorder(
            AttemptRows attempts,
            MadeRows madeRows,
            OutcomeRows rows,
            HourRows hours,
            EndpointHealth health,
            Transactions transactions) {
        this.attempts = attempts;
        this.madeRows = madeRows;
        this.rows = rows;
        this.hours = hours;
        this.health = health;
        this.transactions = transactions;
    }

    /** What was taken needs no look at each; if a lease of those was lost, and for what failed, there is one. */
    void record(List<Outcome> outcomes) {
        Map<Boolean, List<Outcome>> made = outcomes.stream()
                .sorted(comparing(outcome -> outcome.exchange().startedAt()))
                .collect(partitioningBy(Outcome::isSuccess));
        try {
            recordMade(Objects.requireNonNull(made.get(true)));
        } catch (LeaseLostException _) {
            recordOneByOne(Objects.requireNonNull(made.get(true)));
        }
        recordOneByOne(Objects.requireNonNull(made.get(false)));
    }

    private void recordMade(List<Outcome> made) {
        if (made.isEmpty()) {
            return;
        }
        Map<EndpointKey, List<Outcome>> byEndpoint = byEndpoint(made);
        transactions.run(() -> {
            if (!madeRows.leave(
                    byEndpoint.values().stream().flatMap(List::stream).toList())) {
                throw new LeaseLostException();
            }
            attempts.insert(made);
            madeRows.made(made);
            health.recover(byEndpoint.keySet());
            hours.count(byEndpoint);
        });
    }

    private void recordOneByOne(List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            transactions.run(() -> byEndpoint(outcomes).forEach(this::record));
        }
    }

    /** Endpoints in their order, so that nodes which record at once don't lock each other out. */
    private static Map<EndpointKey, List<Outcome>> byEndpoint(List<Outcome> outcomes) {
        return outcomes.stream().collect(groupingBy(outcome -> outcome.claim().endpoint(), TreeMap::new, toList()));
    }

    private void record(EndpointKey endpoint, List<Outcome> outcomes) {
        Set<UUID> ours = rows.lockOwned(endpoint, outcomes);
        List<Outcome> owned = outcomes.stream()
                .filter(outcome -> ours.contains(outcome.claim().deliveryId()))
                .toList();
        if (owned.size() < outcomes.size()) {
            Metrics.counter("heliograph.lease.lost", "of", "webhooks")
                    .increment(outcomes.size() - (double) owned.size());
        }
        if (owned.isEmpty()) {
            return;
        }
        attempts.insert(owned);
        rows.record(owned.stream().map(outcome -> Verdict.of(outcome, schedule)).toList());
        health.record(endpoint, owned);
        hours.count(Map.of(endpoint, owned));
    }

    /** Undoes the transaction. */
    private static final class LeaseLostException extends RuntimeException {

        private static final long serialVersionUID = 1;

        LeaseLostException() {
            super("A lease was lost", null, false, false);
        }
    }
}
