package io.heliograph.purchases.stripe;

import org.jspecify.annotations.Nullable;

/**
 * A checkout as Stripe tells it when asked.
 *
 * @param amount the total in Stripe's units; null if Stripe says none
 * @param currency lower-case ISO 4217 code
 * @param clientReference what we gave as {@link CheckoutRequest#purchaseId}
 * @param paymentId the payment intent, once there is one
 * @param takenBack whether some of the money was refunded or is disputed
 */
public record CheckoutState(
        String sessionId,
        Progress progress,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable String clientReference,
        @Nullable String paymentId,
        boolean takenBack) {

    /** How far it has come. */
    public enum Progress {
        /** Not paid, can still be. */
        OPEN,
        /** Agreed to by a means that takes days, such as a bank debit; no money yet. */
        PROCESSING,
        /** That means has failed: no money will come. */
        FAILED,
        /** The money is there. */
        PAID,
        /** Not paid and closed. */
        EXPIRED
    }
}
