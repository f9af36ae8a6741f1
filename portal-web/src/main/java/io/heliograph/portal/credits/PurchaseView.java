package io.heliograph.portal.credits;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.Status;
import io.heliograph.purchases.Purchase;
import org.jspecify.annotations.Nullable;

/**
 * One purchase, as far as it has come.
 *
 * @param text the end of the keys of its title and line
 * @param seller by name
 * @param balance the wallet's, once there is nothing to wait for
 * @param version of what is shown, so that a poll with nothing new changes nothing
 * @param every when the page asks again, as htmx writes it; null for no more
 */
record PurchaseView(
        Purchase purchase,
        Status status,
        String text,
        String seller,
        Credits balance,
        boolean back,
        String version,
        @Nullable String every) {}
