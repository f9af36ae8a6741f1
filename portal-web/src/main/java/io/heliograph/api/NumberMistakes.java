package io.heliograph.api;

import io.heliograph.ledger.Credits;
import io.heliograph.text.Msisdn;

/** What can be wrong with a request that names numbers and costs credits. */
public final class NumberMistakes {

    private static final String FORM =
            "A number has " + Msisdn.MIN_DIGITS + " to " + Msisdn.MAX_DIGITS + " digits with the country code";

    private NumberMistakes() {}

    /** There is none. */
    public static ApiException none() {
        return new ApiException(ErrorCode.INVALID_NUMBER, "Name at least one number");
    }

    /** One is out of form (contract S4). */
    public static ApiException outOfForm(String number) {
        return new ApiException(ErrorCode.INVALID_NUMBER, FORM).with("number", number);
    }

    /** There are more than one request may have. */
    public static ApiException tooMany(int numbers, int most) {
        return new ApiException(ErrorCode.TOO_MANY_NUMBERS, numbers + " numbers; " + most + " at most in one request")
                .with("most", most);
    }

    /** The destination of one is not offered. */
    public static ApiException noRoute(String number) {
        return new ApiException(ErrorCode.NO_ROUTE, "There is no price for " + number).with("number", number);
    }

    /** The account has less than it costs. */
    public static ApiException tooFewCredits(Credits price, Credits available) {
        return new ApiException(
                        ErrorCode.INSUFFICIENT_CREDITS, "It costs " + price.inEnglish() + "; you have " + available)
                .with("price", price)
                .with("available", available);
    }

    /** No provider account is set up. */
    public static ApiException notReady() {
        return new ApiException(ErrorCode.UNAVAILABLE, "Sending and lookups are not set up yet").retryAfter(60);
    }
}
