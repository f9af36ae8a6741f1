package io.heliograph.provider;

import java.math.BigDecimal;

/** What a provider account has left (contract C1). */
public sealed interface BalanceResult {

    /** Its balance in 1s2u's credits. */
    record Balance(BigDecimal credits) implements BalanceResult {}

    /** {@code 00}: wrong username or password. */
    record WrongCredentials() implements BalanceResult {}

    /**
     * It could not be learned this time.
     *
     * @param why in words
     */
    record Unavailable(String why) implements BalanceResult {}
}
