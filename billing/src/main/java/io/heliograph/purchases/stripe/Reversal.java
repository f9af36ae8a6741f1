package io.heliograph.purchases.stripe;

/**
 * Money that went back to the payer, wholly or in part.
 *
 * @param stripeId the id of the refund or the dispute
 * @param amount in Stripe's units
 * @param returned whether it has been undone: the refund failed, or the dispute was won
 */
public record Reversal(String stripeId, Kind kind, long amount, boolean returned) {

    /** Who took it back. */
    public enum Kind {
        /** The seller gave it back. */
        REFUND,
        /** The payer's bank withdrew it. */
        DISPUTE
    }
}
