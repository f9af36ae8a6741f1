package io.heliograph.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new signing secret, to be shown once.
 *
 * @param secret {@code whsec_…}; never for a log
 * @param oldSecretUntil until when the one before signs too; null if there was none in use
 */
public record IssuedSecret(
        UUID endpointId, String secret, @Nullable Instant oldSecretUntil) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "IssuedSecret[endpointId=" + endpointId + "]";
    }
}
