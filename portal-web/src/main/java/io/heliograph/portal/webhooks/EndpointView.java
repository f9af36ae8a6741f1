package io.heliograph.portal.webhooks;

import io.heliograph.portal.Status;
import io.heliograph.webhooks.DeliveryLine;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.EndpointState;
import io.heliograph.webhooks.Replay;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint with a page of its deliveries.
 *
 * @param doors the states with their counts, all first
 * @param top the newest delivery that is shown
 * @param newer how many came since, as text; null for none
 * @param next where the next page begins
 * @param replay the last one, while it runs
 * @param address of the fragment that changes, without its version; null on later pages, which stay as they are
 */
record EndpointView(
        EndpointLine line,
        List<Door> doors,
        @Nullable DeliveryState state,
        List<Line> deliveries,
        @Nullable UUID top,
        @Nullable String newer,
        @Nullable UUID next,
        @Nullable Replay replay,
        long failed,
        boolean mayChange,
        @Nullable String address,
        String version) {

    /** A count that leads to its deliveries. */
    record Door(@Nullable DeliveryState state, long count, boolean current) {

        public String key() {
            return "webhooks.door." + (state == null ? "ALL" : state.name());
        }

        /** The end of its CSS class. */
        public String css() {
            return state == DeliveryState.FAILED && count > 0 ? "bad" : "plain";
        }
    }

    /** A delivery of the list. */
    record Line(DeliveryLine delivery, Status status) {}

    public boolean isOn() {
        return line.endpoint().state() == EndpointState.ON;
    }

    /** Whether its owner can switch it on: not before the secret is stored, nor once it is deleted. */
    public boolean canSwitchOn() {
        return line.endpoint().state() == EndpointState.OFF || line.endpoint().state() == EndpointState.DISABLED;
    }

    public boolean isPending() {
        return line.endpoint().state() == EndpointState.PENDING;
    }

    public boolean isDeleted() {
        return line.endpoint().state() == EndpointState.DELETED;
    }
}
