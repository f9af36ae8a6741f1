package io.heliograph.portal;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Markups as people type and read them: percent with up to two decimals, for basis points. */
public final class Percent {

    private static final Pattern FORM = Pattern.compile("[-\u2212+]?[0-9]{1,5}(\\.[0-9]{1,2})?");
    private static final int LEAST = -10_000;
    private static final int MOST = 1_000_000;

    private Percent() {}

    /** {@code 20}, {@code 12.5 %}, {@code -5} in basis points; empty if it is none, below −100 or above 10,000. */
    public static OptionalInt read(String typed) {
        String bare = typed.replace("%", "").strip();
        if (!FORM.matcher(bare).matches()) {
            return OptionalInt.empty();
        }
        int points =
                new BigDecimal(bare.replace('\u2212', '-')).movePointRight(2).intValueExact();
        return points < LEAST || points > MOST ? OptionalInt.empty() : OptionalInt.of(points);
    }

    /** Basis points in percent, trailing zeros cut: {@code 12.5}. */
    public static String plain(int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, 2);
        return basisPoints == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
