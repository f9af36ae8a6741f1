package io.heliograph.ledger;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact number of credits, counted in ten-thousandths; may be negative. Arithmetic that leaves the range of a
 * {@code long} is an {@link ArithmeticException}, never a wrong number.
 *
 * @param tenThousandths ten-thousandths of a credit
 */
public record Credits(long tenThousandths) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);

    private static final int SCALE = 4;
    private static final long PER_CREDIT = 10_000;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,4})?");

    /** Whole credits. */
    public static Credits of(long whole) {
        return new Credits(Math.multiplyExact(whole, PER_CREDIT));
    }

    /**
     * Reads a plain decimal number such as {@code 1.25}: ASCII digits, an optional minus, a point and at most four
     * decimals.
     *
     * @throws NumberFormatException if the text is anything else
     * @throws ArithmeticException if the number is out of range
     */
    public static Credits parse(String text) {
        if (!PLAIN_NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("Not a number of credits with at most four decimals: " + text);
        }
        return new Credits(
                new BigDecimal(text).movePointRight(SCALE).toBigIntegerExact().longValueExact());
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(tenThousandths, other.tenThousandths));
    }

    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(tenThousandths, other.tenThousandths));
    }

    public Credits times(long factor) {
        return new Credits(Math.multiplyExact(tenThousandths, factor));
    }

    public Credits negate() {
        return new Credits(Math.negateExact(tenThousandths));
    }

    public boolean isZero() {
        return tenThousandths == 0;
    }

    public boolean isNegative() {
        return tenThousandths < 0;
    }

    public boolean isPositive() {
        return tenThousandths > 0;
    }

    /** The same number in credits, with a scale of four. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(tenThousandths, SCALE);
    }

    /** The same with its unit, for what is in English whoever reads it: {@code 1 credit}, {@code 0.5 credits}. */
    public String inEnglish() {
        return this + (tenThousandths == PER_CREDIT ? " credit" : " credits");
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(tenThousandths, other.tenThousandths);
    }

    /** Plain digits, trailing zeros cut: {@code 1.25}, {@code 3}, {@code -0.0001}. {@link #parse} reads it back. */
    @Override
    public String toString() {
        return isZero() ? "0" : decimal().stripTrailingZeros().toPlainString();
    }
}
