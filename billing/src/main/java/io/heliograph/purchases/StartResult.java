package io.heliograph.purchases;

import java.util.UUID;

/** What came of the wish to buy a package. */
public sealed interface StartResult {

    /**
     * The buyer can pay.
     *
     * @param checkoutUrl where to send the browser to
     */
    record Started(UUID purchaseId, String checkoutUrl) implements StartResult {}

    /** The buyer can't pay; nothing was charged. */
    record Refused(Reason reason) implements StartResult {}

    /** Why nothing can be bought. */
    enum Reason {
        /** No Stripe key is set: credits can't be bought with money here. */
        BUYING_IS_OFF,
        /** The seller offers no such package, or not any more. */
        NO_SUCH_PACKAGE,
        /** The seller cannot take card payments yet: it has no connected account. */
        SELLER_TAKES_NO_CARDS,
        /** The seller has fewer credits than the package. */
        SELLER_IS_SHORT,
        /** Stripe does not answer: try again in a moment. */
        STRIPE_IS_OUT_OF_REACH,
        /** Stripe refuses to take this payment, for instance an amount below its minimum. */
        STRIPE_REFUSED
    }
}
