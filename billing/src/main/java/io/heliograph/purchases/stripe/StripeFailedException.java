package io.heliograph.purchases.stripe;

import org.jspecify.annotations.Nullable;

/** Stripe did not do what it was asked; nothing of ours has changed. */
public class StripeFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    private final @Nullable String code;

    StripeFailedException(String message, @Nullable String code, boolean worthRetrying, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.worthRetrying = worthRetrying;
    }

    /** Whether the same request may succeed later: no connection, too many requests, or a fault at Stripe. */
    public boolean worthRetrying() {
        return worthRetrying;
    }

    /** Stripe's own word for it, such as {@code resource_missing}; null when there was no answer. */
    public @Nullable String code() {
        return code;
    }
}
