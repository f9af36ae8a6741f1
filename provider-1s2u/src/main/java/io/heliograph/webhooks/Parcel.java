package io.heliograph.webhooks;

import io.heliograph.db.RowIds;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event to one endpoint.
 *
 * @param lease under which it is queued; null if anybody may make it
 */
record Parcel(
        UUID deliveryId,
        Destination destination,
        StoredEvent event,
        @Nullable UUID lease) {

    static Parcel of(Destination destination, StoredEvent event) {
        return new Parcel(RowIds.next(), destination, event, null);
    }

    EndpointKey endpoint() {
        return destination.endpoint();
    }

    Parcel under(UUID newLease) {
        return new Parcel(deliveryId, destination, event, newLease);
    }
}
