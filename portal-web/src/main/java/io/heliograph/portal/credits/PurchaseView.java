package io.heliograph.portal.credits;

import io.heliograph.ledger.Credits;
import io.heliograph.portal.Live;
import io.heliograph.portal.Status;
import io.heliograph.purchases.Purchase;

/**
 * One purchase, as far as it has come.
 *
 * @param text the end of the keys of its title and line
 * @param seller by name
 * @param balance the wallet's, once there is nothing to wait for
 */
record PurchaseView(Purchase purchase, Status status, String text, String seller, Credits balance, Live live) {}
