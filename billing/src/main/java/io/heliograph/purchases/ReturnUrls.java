package io.heliograph.purchases;

import java.util.UUID;

/**
 * Where Stripe sends a buyer back to. In both, {@link #PURCHASE_ID} stands for the purchase's id; in the first,
 * {@link #SESSION_ID} for the checkout's.
 *
 * @param success after paying
 * @param cancelled after turning back
 */
public record ReturnUrls(String success, String cancelled) {

    /** Filled in by us. */
    public static final String PURCHASE_ID = "{PURCHASE_ID}";

    /** Filled in by Stripe. */
    public static final String SESSION_ID = "{CHECKOUT_SESSION_ID}";

    ReturnUrls of(UUID purchaseId) {
        return new ReturnUrls(
                success.replace(PURCHASE_ID, purchaseId.toString()),
                cancelled.replace(PURCHASE_ID, purchaseId.toString()));
    }
}
