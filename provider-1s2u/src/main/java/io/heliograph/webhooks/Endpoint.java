package io.heliograph.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of a tenant that its events are posted to.
 *
 * @param stateAt since when it is in its state
 * @param stateReason why we disabled it
 * @param oldSecretUntil until when the secret before the last rotation signs too
 * @param failingSince the first failure after the last success
 */
public record Endpoint(
        UUID tenantId,
        UUID id,
        String url,
        WebhookFormat format,
        EndpointState state,
        Instant stateAt,
        @Nullable String stateReason,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant failingSince,
        Instant createdAt) {

    /** Where it is found. */
    public EndpointKey key() {
        return new EndpointKey(tenantId, id);
    }

    /** Whether it is on and its last attempt failed. */
    public boolean isFailing() {
        return state == EndpointState.ON && failingSince != null;
    }
}
