package io.heliograph.webhooks;

import java.util.UUID;

/**
 * A delivery that was queued under a lease of this node, so that it need not be read back to be made.
 *
 * @param payload the event's JSON
 * @param lease the token that every later update must name
 * @param leaseEnds when it is another node's to make, in {@link System#nanoTime}
 */
public record Held(
        Destination destination, UUID deliveryId, UUID eventId, String payload, UUID lease, long leaseEnds) {}
