package io.heliograph.rates;

/**
 * A seller's terms for all its customers.
 *
 * @param markupBasisPoints what customers without a price of their own pay above what the seller pays, in hundredths of a
 *     percent; −10,000 (for nothing) to 1,000,000 (a hundred times more)
 * @param refundUndelivered whether a message that was sent but not delivered is refunded
 */
public record Terms(int markupBasisPoints, boolean refundUndelivered) {

    /** What holds as long as a seller says nothing else: no markup, undelivered messages are not refunded. */
    public static final Terms DEFAULT = new Terms(0, false);

    public Terms {
        Markup.require(markupBasisPoints);
    }
}
