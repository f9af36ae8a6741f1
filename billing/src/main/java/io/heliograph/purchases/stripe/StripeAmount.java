package io.heliograph.purchases.stripe;

import java.util.Currency;

/**
 * Amounts as Stripe counts them. That is the currency's minor unit (ISO 4217, as {@link Currency} knows it), with three
 * exceptions: ISK and UGX have no minor unit but are sent as hundredths, MGA is sent in whole ariary, and of currencies
 * with three decimals the last digit must be 0.
 */
public final class StripeAmount {

    /** The greatest amount Stripe takes in one payment, in its own units: eight digits. */
    private static final long MAX = 99_999_999;

    private static final int HUNDREDTHS = 100;
    private static final int THREE_DECIMALS = 3;
    private static final int LAST_DIGIT = 10;

    private StripeAmount() {}

    /** The most minor units that can be charged at once. */
    public static long max(Currency currency) {
        return toMinor(MAX, currency);
    }

    /** The number of minor units of which an amount must be a multiple. */
    public static int step(Currency currency) {
        if (currency.getCurrencyCode().equals("MGA")) {
            return HUNDREDTHS;
        }
        return currency.getDefaultFractionDigits() == THREE_DECIMALS ? LAST_DIGIT : 1;
    }

    /** Stripe's figure for an amount in minor units, a multiple of {@link #step}. */
    public static long of(long minor, Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "ISK", "UGX" -> Math.multiplyExact(minor, HUNDREDTHS);
            case "MGA" -> minor / HUNDREDTHS;
            default -> minor;
        };
    }

    /** The minor units of Stripe's figure. */
    public static long toMinor(long amount, Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "ISK", "UGX" -> amount / HUNDREDTHS;
            case "MGA" -> Math.multiplyExact(amount, HUNDREDTHS);
            default -> amount;
        };
    }
}
