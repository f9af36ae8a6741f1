package io.heliograph.purchases;

/** What became of a call that says it comes from Stripe. All but {@link #REFUSED} are to be answered with 200. */
public enum EventReceipt {
    /** Not signed by Stripe, or too long ago: nothing was kept; answer 400. */
    REFUSED,
    /** Kept and done. */
    HANDLED,
    /** Kept; it could not be done now and is tried again in the background. */
    KEPT,
    /** Came before; nothing was done. */
    REPEATED
}
