package io.heliograph.webhooks;

import java.time.Instant;
import java.util.UUID;

/** Which deliveries are to be made again. */
public sealed interface ReplayScope {

    /** All of an endpoint that failed, of events since then. */
    record FailedSince(UUID endpointId, Instant since) implements ReplayScope {}

    /** This delivery and all later ones of its endpoint, delivered or failed. */
    record From(UUID deliveryId) implements ReplayScope {}
}
