package io.heliograph.webhooks;

import io.heliograph.db.Transactions;
import io.heliograph.webhooks.ReplayRows.Open;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Queues what is to be replayed, part by part. Nodes may do so at once: each part is queued by one. */
@Component
class ReplayWorker {

    private static final int PART = 500;
    private static final int MOST_AT_ONCE = 100;

    private final ReplayRows replays;
    private final Requeue requeue;
    private final EndpointRows endpoints;
    private final Transactions transactions;
    private final Clock clock;

    ReplayWorker(ReplayRows replays, Requeue requeue, EndpointRows endpoints, Transactions transactions, Clock clock) {
        this.replays = replays;
        this.requeue = requeue;
        this.endpoints = endpoints;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One part of each replay in turn, until all are done. */
    @Scheduled(fixedDelayString = "PT1S")
    void work() {
        List<Open> open = replays.open(MOST_AT_ONCE);
        while (!open.isEmpty()) {
            for (Open replay : open) {
                transactions.run(() -> queuePart(replay));
            }
            open = replays.open(MOST_AT_ONCE);
        }
    }

    private void queuePart(Open replay) {
        EndpointKey endpoint = replay.rest().endpoint();
        List<UUID> part = isDeleted(endpoint) ? List.of() : replays.first(replay.rest(), PART);
        if (part.isEmpty()) {
            replays.finish(replay, clock.instant());
        } else if (replays.moveOn(replay, part.getLast(), part.size())) {
            requeue.again(endpoint, part, clock.instant());
        }
    }

    private boolean isDeleted(EndpointKey key) {
        return endpoints
                .find(key.tenantId(), key.endpointId())
                .filter(endpoint -> endpoint.state() != EndpointState.DELETED)
                .isEmpty();
    }
}
