package io.heliograph.webhooks.sender;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.heliograph.db.Transactions;
import io.heliograph.webhooks.EndpointKey;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records what came of attempts, many in one transaction; what is no longer this node's to record is dropped. */
@Component
class Recorder {

    private final OutcomeRows rows;
    private final EndpointHealth health;
    private final Transactions transactions;
    private final RetrySchedule schedule = new RetrySchedule(new Random());

    Recorder(OutcomeRows rows, EndpointHealth health, Transactions transactions) {
        this.rows = rows;
        this.health = health;
        this.transactions = transactions;
    }

    /** Endpoints in their order, so that nodes which record at once don't lock each other out. */
    void record(List<Outcome> outcomes) {
        Map<EndpointKey, List<Outcome>> byEndpoint = outcomes.stream()
                .sorted(comparing(outcome -> outcome.exchange().startedAt()))
                .collect(groupingBy(outcome -> outcome.claim().endpoint(), TreeMap::new, toList()));
        transactions.run(() -> byEndpoint.forEach(this::record));
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
        rows.record(owned.stream().map(outcome -> Verdict.of(outcome, schedule)).toList());
        health.record(endpoint, owned);
    }
}
