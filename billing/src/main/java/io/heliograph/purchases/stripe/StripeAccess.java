package io.heliograph.purchases.stripe;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to use Stripe, or its simulator.
 *
 * @param apiKey the secret key of the platform
 * @param signingSecrets the secrets with which events may be signed, at least one
 * @param apiBase where the API is; null for Stripe itself
 */
public record StripeAccess(
        String apiKey,
        List<String> signingSecrets,
        @Nullable URI apiBase) {

    /** No key or no secret is an {@link IllegalArgumentException}. */
    public StripeAccess {
        signingSecrets = List.copyOf(signingSecrets);
        if (apiKey.isBlank() || signingSecrets.isEmpty()) {
            throw new IllegalArgumentException("Stripe needs a key and a signing secret");
        }
    }

    /** Never shows the key or a secret. */
    @Override
    public String toString() {
        return "StripeAccess[" + (apiBase == null ? "api.stripe.com" : apiBase) + "]";
    }
}
