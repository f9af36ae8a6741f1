package io.heliograph.email;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who writes mails: one address, or everybody in a domain.
 *
 * @param pattern an address, or a domain after an {@code @}; small letters, up to 254 characters
 */
public record Writer(String pattern) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@<>\",;:=]*@[^\\s@<>\",;:=]+");

    public Writer {
        if (pattern.length() > LONGEST || !FORM.matcher(pattern).matches()) {
            throw new IllegalArgumentException("Not an address and not a domain after an @: " + pattern);
        }
    }

    /** Reads an address or a domain after an {@code @}, capitals aside; empty when it is neither. */
    public static Optional<Writer> parse(String typed) {
        String pattern = typed.strip().toLowerCase(Locale.ROOT);
        return pattern.length() <= LONGEST && FORM.matcher(pattern).matches()
                ? Optional.of(new Writer(pattern))
                : Optional.empty();
    }

    /** Whether an address is this one, or is in this domain. */
    public boolean includes(String address) {
        String small = address.toLowerCase(Locale.ROOT);
        return isDomain() ? small.endsWith(pattern) : small.equals(pattern);
    }

    /** Whether it is a whole domain. */
    public boolean isDomain() {
        return pattern.startsWith("@");
    }
}
