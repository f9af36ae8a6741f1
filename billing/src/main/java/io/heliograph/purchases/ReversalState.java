package io.heliograph.purchases;

/** Where a refund or a dispute stands with us. */
enum ReversalState {
    /** Credits are still to be collected. */
    OPEN,
    /** All its credits are the seller's again. */
    COLLECTED,
    /** Undone at Stripe; what was collected is still to be given back. */
    RETURNING,
    /** Undone, and nothing is left to do. */
    RETURNED;

    /** Whether it takes credits back. */
    boolean isActive() {
        return this == OPEN || this == COLLECTED;
    }

    boolean canBecome(ReversalState next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case COLLECTED -> next == RETURNING || next == RETURNED;
            case RETURNING -> next == RETURNED;
            case RETURNED -> false;
        };
    }
}
