package io.heliograph.portal.overview;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.messages.MessageRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is live on a customer's overview.
 *
 * @param enoughFor about how many messages the balance is enough for; null if that can't be said
 * @param sent messages accepted today (UTC)
 * @param failed not delivered, of today's
 * @param unsent refused or stopped, of today's
 * @param inFlight waiting or with the network, of the last 30 days
 * @param last the newest messages
 */
record CustomerView(
        Credits balance,
        Credits creditLimit,
        @Nullable Long enoughFor,
        long sent,
        long delivered,
        long failed,
        long unsent,
        long inFlight,
        long inDoubt,
        List<MessageRow> last,
        boolean maySend,
        boolean mayPay) {

    /** A short name of what is shown, the same on every node. */
    public String version() {
        return Integer.toHexString(toString().hashCode());
    }
}
