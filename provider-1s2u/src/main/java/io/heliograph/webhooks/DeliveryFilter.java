package io.heliograph.webhooks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deliveries of a tenant; null is any. */
public record DeliveryFilter(
        @Nullable UUID endpointId,
        @Nullable DeliveryState state,
        @Nullable UUID eventId,
        @Nullable UUID messageId) {

    /** All of the tenant's. */
    public static final DeliveryFilter ALL = new DeliveryFilter(null, null, null, null);

    /** All of one endpoint. */
    public static DeliveryFilter endpoint(UUID endpointId) {
        return new DeliveryFilter(endpointId, null, null, null);
    }

    /** The same, and in this state. */
    public DeliveryFilter in(@Nullable DeliveryState wanted) {
        return new DeliveryFilter(endpointId, wanted, eventId, messageId);
    }
}
