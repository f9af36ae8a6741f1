package io.heliograph.rates;

import io.heliograph.ledger.Credits;

/** Markups in basis points: 10,000 are 100 %. */
final class Markup {

    private static final int WHOLE = 10_000;
    private static final int MIN = -WHOLE;
    private static final int MAX = 100 * WHOLE;

    private Markup() {}

    static void require(int basisPoints) {
        if (basisPoints < MIN || basisPoints > MAX) {
            throw new IllegalArgumentException(
                    "A markup is " + MIN + " to " + MAX + " basis points, not " + basisPoints);
        }
    }

    /** A price with the markup on it, rounded half up to a ten-thousandth of a credit. */
    static Credits apply(Credits price, int basisPoints) {
        long product = Math.multiplyExact(price.tenThousandths(), (long) WHOLE + basisPoints);
        return new Credits(Math.floorDiv(Math.addExact(product, WHOLE / 2), WHOLE));
    }
}
