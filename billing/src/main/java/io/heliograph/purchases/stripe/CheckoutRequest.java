package io.heliograph.purchases.stripe;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A checkout to be opened.
 *
 * @param account the connected account that is paid; null for the platform's own
 * @param purchaseId our id: idempotency key, client reference and metadata
 * @param description the one line of the bill
 * @param amount in Stripe's units, see {@link StripeAmount}
 * @param currency ISO 4217 code
 * @param successUrl where a payer lands; Stripe fills in {@code {CHECKOUT_SESSION_ID}}
 * @param cancelUrl where somebody lands who turns back
 * @param expiresAt when it can't be paid any more; Stripe allows 30 minutes to 24 hours from now
 */
public record CheckoutRequest(
        @Nullable String account,
        UUID purchaseId,
        String description,
        long amount,
        String currency,
        String successUrl,
        String cancelUrl,
        Instant expiresAt) {}
