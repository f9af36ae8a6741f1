package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.EndpointKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** How many share a request where that is wanted. */
    static final int MOST_TOGETHER = 100;

    /** What goes in one request each, of claims of one endpoint. */
    static List<List<Claim>> requests(List<Claim> claims) {
        int together = claims.getFirst().target().isShared() ? MOST_TOGETHER : 1;
        List<List<Claim>> requests = new ArrayList<>();
        for (int start = 0; start < claims.size(); start += together) {
            requests.add(claims.subList(start, Math.min(start + together, claims.size())));
        }
        return requests;
    }

    /** Whether the lease may end before an exchange that begins now is over and recorded. */
    boolean isTooLateFor(Duration exchange) {
        return leaseEnds - System.nanoTime() < exchange.toNanos();
    }
}
