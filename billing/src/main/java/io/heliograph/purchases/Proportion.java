package io.heliograph.purchases;

import java.math.BigInteger;

/** Exact proportions of numbers whose product may not fit a long. */
final class Proportion {

    private Proportion() {}

    /** {@code whole × part ÷ of}, rounded down; none is negative. */
    static long floor(long whole, long part, long of) {
        return BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(of))
                .longValueExact();
    }
}
