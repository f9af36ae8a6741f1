package io.heliograph.purchases;

/** A price that nobody could be charged. Code {@code price_refused}. */
public class PriceRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    PriceRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What is wrong with a price. */
    public enum Reason {
        /** Not an ISO 4217 code of a currency in which one can pay. */
        UNKNOWN_CURRENCY,
        /** Zero or less. */
        NOT_ABOVE_ZERO,
        /** More than Stripe takes at once. */
        TOO_HIGH,
        /** More decimals than the currency has, or than Stripe charges in it. */
        TOO_FINE
    }
}
