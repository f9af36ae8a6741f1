package io.heliograph.text;

import java.util.Optional;

/**
 * A phone number: 10 to 18 digits with its country code, no {@code +} and no {@code 00} before them (contract S4).
 *
 * @param digits ASCII digits
 */
public record Msisdn(String digits) implements Comparable<Msisdn> {

    public static final int MIN_DIGITS = 10;
    public static final int MAX_DIGITS = 18;

    /** @throws IllegalArgumentException when {@code digits} are out of form */
    public Msisdn {
        if (!isInForm(digits)) {
            throw new IllegalArgumentException(
                    "A number is " + MIN_DIGITS + " to " + MAX_DIGITS + " digits without + or 00");
        }
    }

    /** Reads a number strictly, as APIs do; empty when it is out of form. For what people type: {@link TypedNumber}. */
    public static Optional<Msisdn> parse(String digits) {
        return isInForm(digits) ? Optional.of(new Msisdn(digits)) : Optional.empty();
    }

    @Override
    public int compareTo(Msisdn other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }

    static boolean isInForm(String digits) {
        return digits.length() >= MIN_DIGITS
                && digits.length() <= MAX_DIGITS
                && !digits.startsWith("00")
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
