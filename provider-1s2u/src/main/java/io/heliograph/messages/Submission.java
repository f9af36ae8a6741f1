package io.heliograph.messages;

import io.heliograph.ledger.Credits;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One accepted request.
 *
 * @param idempotencyKey the caller's, at most 128 characters; unique within the tenant
 * @param requestHash SHA-256 in hex of what was asked for, so that a key reused for something else is noticed
 * @param segments of all messages together
 * @param price of all messages together
 */
public record Submission(
        UUID tenantId,
        UUID id,
        Channel channel,
        @Nullable UUID credentialId,
        @Nullable UUID userId,
        @Nullable String idempotencyKey,
        String requestHash,
        String sender,
        String text,
        int messages,
        int segments,
        Credits price,
        Instant acceptedAt) {

    /** What makes it the same request as another. */
    public record Key(UUID tenantId, String idempotencyKey) {}

    /** Its idempotency key; empty if it came without. */
    public Optional<Key> key() {
        return Optional.ofNullable(idempotencyKey).map(key -> new Key(tenantId, key));
    }
}
