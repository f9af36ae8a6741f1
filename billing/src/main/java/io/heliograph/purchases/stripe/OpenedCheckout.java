package io.heliograph.purchases.stripe;

/**
 * A checkout that waits for its payer.
 *
 * @param sessionId Stripe's id of it
 * @param url the page to send the payer to
 */
public record OpenedCheckout(String sessionId, String url) {}
