package io.heliograph.credentials;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential as it is listed; its secret is known to nobody here.
 *
 * @param name what it is for, in its owner's words
 * @param username of a login, or the id of a client
 * @param oldSecretUntil until when the secret before the present one is good too; null if there is none
 * @param lastUsedAt up to a quarter of a minute late
 */
public record Credential(
        UUID id,
        UUID tenantId,
        CredentialKind kind,
        String name,
        String username,
        AnswerForm answerForm,
        Limits limits,
        @Nullable Instant oldSecretUntil,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it works at that time, as far as it is its own doing. */
    public boolean works(Instant now) {
        return revokedAt == null
                && (limits.expiresAt() == null || limits.expiresAt().isAfter(now));
    }
}
