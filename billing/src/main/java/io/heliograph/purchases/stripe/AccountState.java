package io.heliograph.purchases.stripe;

/**
 * A connected account as it is now.
 *
 * @param submitted whether its owner has answered all of Stripe's questions
 * @param canBePaid whether it may take payments
 */
public record AccountState(boolean submitted, boolean canBePaid) {}
