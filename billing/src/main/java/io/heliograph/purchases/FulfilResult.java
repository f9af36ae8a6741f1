package io.heliograph.purchases;

/** What came of reading a checkout back and booking it. */
public sealed interface FulfilResult {

    /** The credits were booked by this very call. */
    record Fulfilled(Purchase purchase) implements FulfilResult {}

    /** They had been booked before. */
    record AlreadyFulfilled(Purchase purchase) implements FulfilResult {}

    /** Paid; the credits come when the seller has them. */
    record WaitingForSeller(Purchase purchase) implements FulfilResult {}

    /** Paid, and wholly taken back since. */
    record TakenBack(Purchase purchase) implements FulfilResult {}

    /** Not paid: not yet, on its way by a slow means, or failed, as the purchase's state says. */
    record NotPaid(Purchase purchase, boolean underWay) implements FulfilResult {}

    /** The checkout has run out of time. */
    record Expired(Purchase purchase) implements FulfilResult {}

    /** What was paid is not what was asked for; nothing is booked. */
    record Mismatch(Purchase purchase) implements FulfilResult {}

    /** No purchase of ours has this checkout. */
    record Unknown() implements FulfilResult {}
}
