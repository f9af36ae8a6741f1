package io.heliograph.purchases.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Tells whether an event comes from Stripe: the {@code Stripe-Signature} header, by one of our endpoints' secrets. */
public final class StripeSignatures {

    /** How old a signed event may be, so that a captured one can't be replayed for long. */
    public static final Duration TOLERANCE = Duration.ofSeconds(Webhook.DEFAULT_TOLERANCE);

    private final List<String> secrets;

    /** Checks against these secrets. */
    public StripeSignatures(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** Whether the header signs this very payload with a known secret, and not longer ago than {@link #TOLERANCE}. */
    public boolean verify(String payload, String header, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return secrets.stream().anyMatch(secret -> verify(payload, header, secret, clock));
    }

    private static boolean verify(String payload, String header, String secret, Clock clock) {
        try {
            return Webhook.Signature.verifyHeader(payload, header, secret, TOLERANCE.toSeconds(), clock);
        } catch (SignatureVerificationException refused) {
            return false;
        }
    }
}
