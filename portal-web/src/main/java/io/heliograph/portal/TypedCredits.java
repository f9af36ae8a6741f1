package io.heliograph.portal;

import io.heliograph.ledger.Credits;
import java.util.Optional;
import java.util.regex.Pattern;

/** Credits as people type them: {@code 500}, {@code 1,204.5}, {@code 1 204}. */
public final class TypedCredits {

    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}([, \\u00a0\\u202f][0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern GROUP_SIGNS = Pattern.compile("[, \\u00a0\\u202f]");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");

    private TypedCredits() {}

    /** The number of credits, 0 or more with up to four decimals; empty if it is none. */
    public static Optional<Credits> read(String typed) {
        String text = typed.strip();
        if (GROUPED.matcher(text).matches()) {
            text = GROUP_SIGNS.matcher(text).replaceAll("");
        }
        return PLAIN.matcher(text).matches() ? Optional.of(Credits.parse(text)) : Optional.empty();
    }
}
