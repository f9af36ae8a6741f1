package io.heliograph.credentials;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential as it is listed; its secret is known to nobody here.
 *
 * @param name what it is for, in its owner's words
 * @param lastUsedAt up to a quarter of a minute late
 */
public record Credential(
        UUID id,
        UUID tenantId,
        String name,
        String username,
        AnswerForm answerForm,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
