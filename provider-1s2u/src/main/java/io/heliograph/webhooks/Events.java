package io.heliograph.webhooks;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happens to messages, told to the endpoints of those concerned: at least once each, in no particular order. */
@Component
public class Events {

    private final Destinations destinations;
    private final Outgoing outgoing;
    private final Clock clock;

    Events(Destinations destinations, Outgoing outgoing, Clock clock) {
        this.destinations = destinations;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /**
     * Tells an event to each of these tenants that has an endpoint that is on.
     *
     * @throws IllegalStateException outside of a transaction: the event must stand or fall with what it tells of
     */
    public void publish(List<UUID> tenantIds, NewEvent event) {
        publish(List.of(new Publication(tenantIds, event)));
    }

    /**
     * Tells many events at once, which is much cheaper than one by one.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void publish(Collection<Publication> publications) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is published in the transaction of what it tells of");
        }
        Map<UUID, List<Destination>> receivers = receivers(publications);
        List<StoredEvent> events = events(publications, receivers.keySet());
        if (events.isEmpty()) {
            return;
        }
        outgoing.insertEvents(events);
        outgoing.insertDeliveries(events.stream()
                .flatMap(event -> receivers.getOrDefault(event.tenantId(), List.of()).stream()
                        .map(destination -> Parcel.of(destination, event)))
                .toList());
    }

    private Map<UUID, List<Destination>> receivers(Collection<Publication> publications) {
        Set<UUID> tenantIds = publications.stream()
                .flatMap(publication -> publication.tenantIds().stream())
                .collect(Collectors.toSet());
        return tenantIds.isEmpty()
                ? Map.of()
                : destinations.of(tenantIds).stream()
                        .collect(
                                groupingBy(destination -> destination.endpoint().tenantId()));
    }

    private List<StoredEvent> events(Collection<Publication> publications, Set<UUID> receivers) {
        Instant now = clock.instant();
        List<StoredEvent> events = new ArrayList<>();
        for (Publication publication : publications) {
            publication.tenantIds().stream()
                    .distinct()
                    .filter(receivers::contains)
                    .map(tenantId -> StoredEvent.of(tenantId, publication.event(), now))
                    .forEach(events::add);
        }
        return events;
    }
}
