package io.heliograph.accounts;

import io.heliograph.dispatch.Queue;
import io.heliograph.lookups.Lookups;
import io.heliograph.tenants.TenantsResumed;
import io.heliograph.tenants.TenantsSuspended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds what suspended tenants have in the queues, in the transaction that suspends them; lets it go on with them. */
@Component
class QueueHolding {

    private final Queue queue;
    private final Lookups lookups;

    QueueHolding(Queue queue, Lookups lookups) {
        this.queue = queue;
        this.lookups = lookups;
    }

    @EventListener
    void hold(TenantsSuspended suspended) {
        queue.hold(suspended.stoppedIds());
        lookups.hold(suspended.stoppedIds());
    }

    @EventListener
    void release(TenantsResumed resumed) {
        queue.release(resumed.goingIds());
        lookups.release(resumed.goingIds());
    }
}
