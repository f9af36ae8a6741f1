package io.heliograph.webhooks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The sender of this node, which learns of what is queued here at once. */
public interface LocalSender {

    /** How many more deliveries to an endpoint it takes right now; they are then queued under a lease. */
    int roomFor(EndpointKey endpoint);

    /** For how long what it takes is its own to make. */
    Duration lease();

    /** Makes what was queued under its lease, now that this is committed. Returns at once. */
    void take(List<Held> queued);

    /** Something was queued for these endpoints that anybody may make. Returns at once. */
    void wake(Collection<EndpointKey> endpoints);
}
