package io.heliograph.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a message is from (contract S3): up to 18 digits, or up to 11 characters of the GSM alphabet; a leading {@code +}
 * is kept and not counted.
 *
 * @param value as it is shown on the handset
 */
public record SenderId(String value) {

    public static final int MAX_CHARACTERS = 11;
    public static final int MAX_DIGITS = 18;

    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]+");

    /** @throws IllegalArgumentException when {@code value} is out of form */
    public SenderId {
        if (!isInForm(value)) {
            throw new IllegalArgumentException(
                    "A sender is up to " + MAX_CHARACTERS + " characters, or up to " + MAX_DIGITS + " digits");
        }
    }

    /** Reads a sender; empty when it is out of form. */
    public static Optional<SenderId> parse(String value) {
        return isInForm(value) ? Optional.of(new SenderId(value)) : Optional.empty();
    }

    /** Whether it is a number, with or without {@code +}. */
    public boolean isNumeric() {
        return isNumeric(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isNumeric(String value) {
        return DIGITS.matcher(value).matches();
    }

    private static boolean isInForm(String value) {
        String counted = value.startsWith("+") ? value.substring(1) : value;
        if (isNumeric(value)) {
            return counted.length() <= MAX_DIGITS;
        }
        return !counted.isBlank()
                && counted.length() <= MAX_CHARACTERS
                && Gsm0338.holds(counted)
                && counted.chars().noneMatch(Character::isISOControl);
    }
}
