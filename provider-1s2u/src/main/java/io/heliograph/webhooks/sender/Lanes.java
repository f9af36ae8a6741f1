package io.heliograph.webhooks.sender;

import static java.util.stream.Collectors.groupingBy;

import io.heliograph.webhooks.Destination;
import io.heliograph.webhooks.EndpointKey;
import io.heliograph.webhooks.Held;
import io.heliograph.webhooks.LocalSender;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes of this node, one for each endpoint that had something to deliver. */
final class Lanes implements LocalSender {

    private final Map<EndpointKey, Lane> lanes = new ConcurrentHashMap<>();
    private final Workshop workshop;
    private final Targets targets;

    Lanes(Workshop workshop, Targets targets) {
        this.workshop = workshop;
        this.targets = targets;
    }

    @Override
    public int roomFor(EndpointKey endpoint) {
        return lane(endpoint).room();
    }

    @Override
    public Duration lease() {
        return workshop.lease();
    }

    @Override
    public void take(List<Held> queued) {
        queued.stream().collect(groupingBy(Held::destination)).forEach(this::take);
    }

    @Override
    public void wake(Collection<EndpointKey> endpoints) {
        endpoints.forEach(endpoint -> lane(endpoint).wake());
    }

    private void take(Destination destination, List<Held> queued) {
        Target target = targets.open(destination);
        lane(destination.endpoint())
                .take(queued.stream().map(held -> claim(held, target)).toList());
    }

    private static Claim claim(Held held, Target target) {
        return new Claim(
                held.destination().endpoint(),
                target,
                held.deliveryId(),
                held.eventId(),
                held.payload(),
                0,
                0,
                held.lease(),
                held.leaseEnds());
    }

    private Lane lane(EndpointKey endpoint) {
        return lanes.computeIfAbsent(endpoint, key -> new Lane(key, workshop));
    }
}
