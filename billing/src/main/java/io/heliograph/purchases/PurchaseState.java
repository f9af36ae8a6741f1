package io.heliograph.purchases;

/** Where a purchase stands. */
public enum PurchaseState {
    /** The checkout is open, or a slow payment is under way: nothing was paid. */
    OPEN,
    /** Paid; the credits wait until the seller has them. */
    PAID,
    /** Paid, and the credits are in the buyer's wallet. */
    FULFILLED,
    /** Paid and wholly taken back before any credits moved. */
    REFUNDED,
    /** Not paid in time; nothing will come. */
    EXPIRED,
    /** The checkout could not be opened, or the payment failed; nothing will come. */
    FAILED,
    /** What was paid is not what was asked for: no credits moved, a person must look. */
    MISMATCH;

    /** Whether a purchase in this state may come into that one. */
    public boolean canBecome(PurchaseState next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case PAID -> next == FULFILLED || next == REFUNDED;
            case REFUNDED -> next == PAID;
            case FULFILLED, EXPIRED, FAILED, MISMATCH -> false;
        };
    }
}
