package io.heliograph.webhooks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was delivered, what was not, and what was tried; read only. */
@Component
public class Deliveries {

    private static final int MOST_OF_A_MESSAGE = 100;

    private final DeliveryRows deliveries;

    Deliveries(DeliveryRows deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * One page, newest first.
     *
     * @param before the {@link DeliveryPage#next} of the page above, or null for the first page
     * @param size lines at most
     */
    public DeliveryPage page(UUID tenantId, DeliveryFilter filter, @Nullable UUID before, int size) {
        List<DeliveryLine> lines = deliveries.page(tenantId, filter, before, size + 1);
        if (lines.size() <= size) {
            return new DeliveryPage(lines, null);
        }
        List<DeliveryLine> shown = lines.subList(0, size);
        return new DeliveryPage(shown, shown.getLast().id());
    }

    /** How many deliveries of an endpoint are in each state; a state with none is left out. */
    public Map<DeliveryState, Long> countByState(UUID tenantId, UUID endpointId) {
        return deliveries.countByState(new EndpointKey(tenantId, endpointId));
    }

    /** One with its attempts; empty if it is not the tenant's. */
    public Optional<Delivery> find(UUID tenantId, UUID id) {
        return deliveries
                .find(tenantId, id)
                .map(line -> new Delivery(
                        line, deliveries.payload(tenantId, line.eventId()), deliveries.attempts(tenantId, id)));
    }

    /** What the tenant's endpoints were told of a message, oldest first, 100 at most. */
    public List<DeliveryLine> forMessage(UUID tenantId, UUID messageId) {
        return deliveries
                .page(tenantId, new DeliveryFilter(null, null, null, messageId), null, MOST_OF_A_MESSAGE)
                .reversed();
    }

    /** How many deliveries of the whole installation are due now, or under way. */
    public long due() {
        return deliveries.due();
    }
}
