package io.heliograph.dispatch;

import java.math.BigDecimal;
import java.util.UUID;

/** The balance of a provider account fell below its alert's limit, in 1s2u's own credits. */
public record BalanceLow(UUID accountId, String name, BigDecimal balance, BigDecimal limit) {}
