package io.heliograph.portal.customers;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallet;
import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import io.heliograph.portal.TrafficChart;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's page.
 *
 * @param kind what the seller is
 * @param below how many accounts there are below this one
 * @param keptDays for how many days its messages are kept; null for as long as the account
 */
record CustomerView(
        TenantKind kind,
        CustomerLine line,
        int below,
        Prices prices,
        List<Person> people,
        TrafficChart chart,
        @Nullable Integer keptDays,
        boolean maySell,
        boolean mayManage,
        boolean mayReset) {

    public Tenant tenant() {
        return line.tenant();
    }

    public Wallet wallet() {
        return line.wallet();
    }

    public boolean issues() {
        return kind == TenantKind.OPERATOR;
    }

    /**
     * What the customer pays.
     *
     * @param own how many prices it has of its own
     * @param markup agreed with it, in basis points; null if the seller's holds
     * @param defaultMarkup the seller's, in basis points
     * @param defaultPrice for a segment where no prefix says otherwise; null if there is none
     */
    record Prices(
            int own,
            @Nullable Integer markup,
            int defaultMarkup,
            @Nullable Credits defaultPrice,
            boolean refundUndelivered) {}

    /** One of its people. */
    record Person(User user) {

        public boolean canSignIn() {
            return user.disabledAt() == null && !user.invited();
        }

        public boolean isInvited() {
            return user.invited() && user.disabledAt() == null;
        }

        public Status status() {
            if (user.disabledAt() != null) {
                return new Status("customers.person.disabled", "ban", Tone.IDLE, user.disabledAt());
            }
            return user.invited()
                    ? new Status("customers.person.invited", "mail", Tone.OPEN, user.createdAt())
                    : new Status("customers.person.active", "check", Tone.GOOD, null);
        }
    }
}
