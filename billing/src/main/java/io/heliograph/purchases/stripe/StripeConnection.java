package io.heliograph.purchases.stripe;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe, its simulator, or neither: then nothing can be bought. */
public final class StripeConnection {

    private static final String CHECKOUT = "https://checkout.stripe.com";
    private static final String CONNECT = "https://connect.stripe.com";

    private final @Nullable StripeAccess access;
    private final @Nullable StripeGateway gateway;
    private final StripeSignatures signatures;

    private StripeConnection(@Nullable StripeAccess access) {
        this.access = access;
        this.gateway = access == null ? null : new StripeGateway(access);
        this.signatures = new StripeSignatures(access == null ? List.of() : access.signingSecrets());
    }

    /** A connection with this access. */
    public static StripeConnection to(StripeAccess access) {
        return new StripeConnection(access);
    }

    /** No connection: no key is set. */
    public static StripeConnection off() {
        return new StripeConnection(null);
    }

    /** Whether there is any. */
    public boolean isOn() {
        return gateway != null;
    }

    /** The API; empty when there is no connection. */
    public Optional<StripeGateway> gateway() {
        return Optional.ofNullable(gateway);
    }

    /** The API, by whoever got here because it is on; an {@link IllegalStateException} if it is not. */
    public StripeGateway requireGateway() {
        return gateway().orElseThrow(() -> new IllegalStateException("heliograph.stripe.api-key is not set"));
    }

    /** Tells Stripe's events from forged ones; without a connection all are forged. */
    public StripeSignatures signatures() {
        return signatures;
    }

    /** Where payers are sent to, as origins for a Content-Security-Policy's {@code form-action}. */
    public List<String> checkoutOrigins() {
        return origins(CHECKOUT);
    }

    /** Where resellers are sent to who connect an account, likewise. */
    public List<String> accountOrigins() {
        return origins(CONNECT);
    }

    private List<String> origins(String stripes) {
        if (access == null) {
            return List.of();
        }
        return List.of(access.apiBase() == null ? stripes : access.apiBase().toString());
    }
}
