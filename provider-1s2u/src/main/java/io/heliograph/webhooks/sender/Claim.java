package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.EndpointKey;
import java.time.Duration;
import java.util.UUID;

/**
 * A delivery that is this node's to make for a while.
 *
 * @param tries how often it was tried before
 * @param failures how often it failed since it was published or replayed
 * @param lease the token that every later update must name
 * @param leaseEnds when it is another node's to make, in {@link System#nanoTime}
 */
record Claim(
        EndpointKey endpoint,
        Target target,
        UUID deliveryId,
        UUID eventId,
        String payload,
        int tries,
        int failures,
        UUID lease,
        long leaseEnds) {

    /** Whether the lease may end before an exchange that begins now is over and recorded. */
    boolean isTooLateFor(Duration exchange) {
        return leaseEnds - System.nanoTime() < exchange.toNanos();
    }
}
