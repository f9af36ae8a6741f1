package io.heliograph.portal.overview;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.Traffic;
import io.heliograph.portal.TrafficChart;
import java.util.Objects;

/**
 * A reseller's overview.
 *
 * @param margin earned in the chart's days; below zero for a loss
 */
record ResellerView(Needs needs, Credits balance, Traffic today, Credits margin, TrafficChart chart, boolean mayAdd) {

    /** Changes when anything does that is shown live. */
    public String version() {
        return Integer.toHexString(Objects.hash(needs, balance, today, margin));
    }
}
