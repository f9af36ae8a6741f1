package io.heliograph.purchases.stripe;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Stripe is reached: {@code heliograph.stripe.*}. Without a key nothing can be bought, except in the sandbox, where
 * the simulator stands in.
 *
 * @param apiKey the platform's secret or restricted key
 * @param webhookSecret the signing secret of the endpoint that listens to the platform's own account
 * @param connectWebhookSecret the signing secret of the endpoint that listens to connected accounts; may be unset when
 *     no reseller takes card payments
 * @param apiBase another address than Stripe's, for the simulator alone
 */
@ConfigurationProperties("heliograph.stripe")
public record StripeProperties(
        @Nullable String apiKey,
        @Nullable String webhookSecret,
        @Nullable String connectWebhookSecret,
        @Nullable URI apiBase) {

    /** Empty texts count as unset; a key without the platform's webhook secret is an {@link IllegalArgumentException}. */
    public StripeProperties {
        apiKey = blankToNull(apiKey);
        webhookSecret = blankToNull(webhookSecret);
        connectWebhookSecret = blankToNull(connectWebhookSecret);
        if (apiKey != null && webhookSecret == null) {
            throw new IllegalArgumentException(
                    "heliograph.stripe.webhook-secret must be set when heliograph.stripe.api-key is");
        }
    }

    /** Never shows the key or a secret. */
    @Override
    public String toString() {
        return "StripeProperties[" + (apiKey == null ? "no key" : "a key") + ", apiBase=" + apiBase + "]";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
