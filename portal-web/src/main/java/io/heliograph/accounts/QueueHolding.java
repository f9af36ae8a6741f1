package io.heliograph.accounts;

import io.heliograph.dispatch.Queue;
import io.heliograph.tenants.TenantsResumed;
import io.heliograph.tenants.TenantsSuspended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds what suspended tenants have in the queue, in the transaction that suspends them; lets it go on with them. */
@Component
class QueueHolding {

    private final Queue queue;

    QueueHolding(Queue queue) {
        this.queue = queue;
    }

    @EventListener
    void hold(TenantsSuspended suspended) {
        queue.hold(suspended.stoppedIds());
    }

    @EventListener
    void release(TenantsResumed resumed) {
        queue.release(resumed.goingIds());
    }
}
