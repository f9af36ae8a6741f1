package io.heliograph.apikeys;

import io.heliograph.credentials.Limits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is listed; its text is known to nobody here.
 *
 * @param name what it is for, in its owner's words
 * @param hint its first characters, to tell keys apart
 * @param lastUsedAt up to a quarter of a minute late
 */
public record ApiKey(
        UUID id,
        UUID tenantId,
        String name,
        String hint,
        Limits limits,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it is good at that time, as far as it is its own doing. */
    public boolean works(Instant now) {
        return revokedAt == null && !isOver(now);
    }

    boolean isOver(Instant now) {
        return limits.expiresAt() != null && !limits.expiresAt().isAfter(now);
    }
}
