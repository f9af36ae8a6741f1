package io.heliograph.ledger;

/** Why credits moved. */
public enum TransferKind {
    /** A seller gave credits to its customer by hand. */
    ALLOCATION,
    /** A seller took credits back by hand. */
    TAKE_BACK,
    /** A customer bought credits. */
    PURCHASE,
    /** A purchase was refunded or disputed. */
    PURCHASE_REVERSAL,
    /** A dispute was won: the credits came back. */
    PURCHASE_REINSTATED,
    /** A submission was paid for when it was accepted. */
    CHARGE,
    /** A message that was not sent, or not delivered, was paid back. */
    REFUND,
    /** A seller earned the difference between two prices, or bore it. */
    MARGIN,
    /** A margin was undone with the refund of its message. */
    MARGIN_REVERSAL,
    /** Margins earned went into the seller's wallet. */
    MARGIN_SWEEP;

    /** Whether a statement shows these by day, as there are too many to show one by one. */
    public boolean isGroupedByDay() {
        return this == CHARGE || this == REFUND || this == MARGIN_SWEEP;
    }
}
