package io.heliograph.portal.customers;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallet;
import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import io.heliograph.portal.Traffic;
import io.heliograph.tenants.Tenant;

/**
 * A customer at a glance.
 *
 * @param week what it and all below it sent in seven days
 */
public record CustomerLine(Tenant tenant, Wallet wallet, Traffic week) {

    /** How many days of traffic {@link #week} holds. */
    static final int WEEK_DAYS = 7;

    private static final int ENOUGH_DAYS = 3;

    public boolean isSuspended() {
        return tenant.suspendedAt() != null;
    }

    /** Whether nothing is left, or less than three days' worth at the pace of the last seven. */
    public boolean isLow() {
        Credits available = wallet.available();
        return !isSuspended()
                && (!available.isPositive()
                        || available.times(WEEK_DAYS).compareTo(week.credits().times(ENOUGH_DAYS)) < 0);
    }

    public Status status() {
        return tenant.suspendedAt() == null
                ? new Status("customers.state.active", "check", Tone.GOOD, null)
                : new Status("customers.state.suspended", "pause", Tone.BAD, tenant.suspendedAt(), true);
    }
}
