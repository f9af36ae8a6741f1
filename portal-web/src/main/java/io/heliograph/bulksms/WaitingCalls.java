package io.heliograph.bulksms;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The calls of {@code /hlr} that wait for their answers on this node: {@link #MOST_OF_A_TENANT} of one tenant, whatever its
 * API logins, as each holds a connection and looks for its answer.
 */
@Component
class WaitingCalls {

    /** Over three seconds of all the calls that an API login may make. */
    static final int MOST_OF_A_TENANT = 100;

    private final Map<UUID, Integer> waiting = new ConcurrentHashMap<>();

    /** Counts a call until it leaves; false, and not counted, if as many wait as may. */
    boolean enter(UUID tenantId) {
        if (waiting.merge(tenantId, 1, Integer::sum) <= MOST_OF_A_TENANT) {
            return true;
        }
        leave(tenantId);
        return false;
    }

    /** A call that entered has its answer. */
    void leave(UUID tenantId) {
        waiting.computeIfPresent(tenantId, (_, calls) -> calls == 1 ? null : calls - 1);
    }
}
