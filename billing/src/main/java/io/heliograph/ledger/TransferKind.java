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
    /** The lookups of a job were paid for when it started. */
    LOOKUP_CHARGE,
    /** Lookups that were not answered, or not asked for any more, were paid back. */
    LOOKUP_REFUND,
    /** A seller earned the difference between two prices, or bore it. */
    MARGIN,
    /** A margin was undone with the refund of its message or lookups. */
    MARGIN_REVERSAL,
    /** Margins earned went into the seller's wallet. */
    MARGIN_SWEEP;

    /** Whether a statement shows these by day, as there are too many to show one by one. */
    public boolean isGroupedByDay() {
        return switch (this) {
            case CHARGE, REFUND, LOOKUP_CHARGE, LOOKUP_REFUND, MARGIN_SWEEP -> true;
            case ALLOCATION, TAKE_BACK, PURCHASE, PURCHASE_REVERSAL, PURCHASE_REINSTATED, MARGIN, MARGIN_REVERSAL ->
                false;
        };
    }
}
