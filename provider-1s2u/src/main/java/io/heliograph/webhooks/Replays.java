package io.heliograph.webhooks;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Deliveries made again: same event id, so the receiver may see it twice. The endpoint must be on, otherwise it is an
 * {@link EndpointStateException}.
 */
@Component
public class Replays {

    private final ReplayRows replays;
    private final Requeue requeue;
    private final DeliveryRows deliveries;
    private final EndpointRows endpoints;
    private final Transactions transactions;
    private final Clock clock;

    Replays(
            ReplayRows replays,
            Requeue requeue,
            DeliveryRows deliveries,
            EndpointRows endpoints,
            Transactions transactions,
            Clock clock) {
        this.replays = replays;
        this.requeue = requeue;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Queues one delivery, in whatever state it is; its next attempt is added to the same delivery.
     *
     * @throws NoSuchDeliveryException if it is not the tenant's
     */
    public void one(UUID tenantId, UUID deliveryId) {
        transactions.run(() -> {
            EndpointKey endpoint =
                    on(new EndpointKey(tenantId, delivery(tenantId, deliveryId).endpointId()));
            requeue.again(endpoint, List.of(deliveryId), clock.instant());
        });
    }

    /**
     * How many {@link #start} would queue.
     *
     * @throws NoSuchEndpointException or {@link NoSuchDeliveryException} if it is not the tenant's
     */
    public int count(UUID tenantId, ReplayScope scope) {
        return replays.count(range(tenantId, scope));
    }

    /**
     * Queues many deliveries in the background, oldest first, and goes on after a restart.
     *
     * @return what is going to be queued
     * @throws NoSuchEndpointException or {@link NoSuchDeliveryException} if it is not the tenant's
     */
    public Replay start(UUID tenantId, ReplayScope scope) {
        return transactions.call(() -> {
            ReplayRange range = range(tenantId, scope);
            on(range.endpoint());
            Replay replay = new Replay(
                    RowIds.next(),
                    range.endpoint().endpointId(),
                    range.failedOnly(),
                    since(tenantId, scope),
                    replays.count(range),
                    0,
                    clock.instant(),
                    null);
            replays.insert(replay, range);
            return replay;
        });
    }

    /** One with its progress; empty if it is not the tenant's. */
    public Optional<Replay> find(UUID tenantId, UUID replayId) {
        return replays.find(tenantId, replayId);
    }

    /** The last one of an endpoint. */
    public Optional<Replay> latest(UUID tenantId, UUID endpointId) {
        return replays.latest(new EndpointKey(tenantId, endpointId));
    }

    private ReplayRange range(UUID tenantId, ReplayScope scope) {
        UUID last = RowIds.next();
        return switch (scope) {
            case ReplayScope.FailedSince failed ->
                new ReplayRange(
                        existing(new EndpointKey(tenantId, failed.endpointId())).key(),
                        true,
                        ReplayRange.before(RowIds.lowest(failed.since())),
                        last);
            case ReplayScope.From from ->
                new ReplayRange(
                        new EndpointKey(
                                tenantId, delivery(tenantId, from.deliveryId()).endpointId()),
                        false,
                        ReplayRange.before(from.deliveryId()),
                        last);
        };
    }

    private Instant since(UUID tenantId, ReplayScope scope) {
        return switch (scope) {
            case ReplayScope.FailedSince failed -> failed.since();
            case ReplayScope.From from -> delivery(tenantId, from.deliveryId()).createdAt();
        };
    }

    private DeliveryLine delivery(UUID tenantId, UUID id) {
        return deliveries.find(tenantId, id).orElseThrow(() -> new NoSuchDeliveryException(id));
    }

    private EndpointKey on(EndpointKey key) {
        EndpointState state = existing(key).state();
        if (state != EndpointState.ON) {
            throw new EndpointStateException(key.endpointId(), state);
        }
        return key;
    }

    private Endpoint existing(EndpointKey key) {
        return endpoints
                .find(key.tenantId(), key.endpointId())
                .orElseThrow(() -> new NoSuchEndpointException(key.endpointId()));
    }
}
