package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import io.heliograph.purchases.stripe.Reversal.Kind;

/**
 * A refund or a dispute of a purchase.
 *
 * @param stripeId the refund's or the dispute's id
 * @param amount of money, in Stripe's units
 * @param credits what it takes back
 * @param collected what of it the seller has again
 * @param collections in how many transfers
 */
record ReversalRow(
        String stripeId,
        Kind kind,
        long amount,
        Credits credits,
        Credits collected,
        int collections,
        ReversalState state) {

    Credits owed() {
        return state == ReversalState.OPEN ? credits.minus(collected) : Credits.ZERO;
    }

    /** What it has of the buyer's, until that is given back. */
    Credits held() {
        return state == ReversalState.RETURNED ? Credits.ZERO : collected;
    }

    /** After one more transfer of that many credits. */
    ReversalRow collect(Credits part) {
        Credits all = collected.plus(part);
        ReversalState next = all.equals(credits) ? ReversalState.COLLECTED : ReversalState.OPEN;
        return new ReversalRow(stripeId, kind, amount, credits, all, collections + 1, next);
    }

    ReversalRow become(ReversalState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(stripeId + " is " + state + " and can't become " + next);
        }
        return new ReversalRow(stripeId, kind, amount, credits, collected, collections, next);
    }
}
