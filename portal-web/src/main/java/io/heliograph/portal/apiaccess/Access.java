package io.heliograph.portal.apiaccess;

import io.heliograph.apikeys.ApiKey;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credential;
import io.heliograph.credentials.CredentialKind;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.Scope;
import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential of any kind, as it is shown.
 *
 * @param shown what may be seen of it: username, client id, or the first characters of a key
 * @param answer of a login
 * @param oldSecretUntil until when the secret before the present one is good too; null if there is none
 */
record Access(
        UUID id,
        AccessKind kind,
        String name,
        String shown,
        Limits limits,
        AnswerForm answer,
        @Nullable Instant oldSecretUntil,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        Instant now) {

    static Access of(ApiKey key, Instant now) {
        return new Access(
                key.id(),
                AccessKind.KEY,
                key.name(),
                key.hint() + "…",
                key.limits(),
                AnswerForm.OK,
                null,
                key.createdAt(),
                key.lastUsedAt(),
                key.revokedAt(),
                now);
    }

    static Access of(Credential credential, Instant now) {
        Instant until = credential.oldSecretUntil();
        return new Access(
                credential.id(),
                credential.kind() == CredentialKind.CLIENT ? AccessKind.CLIENT : AccessKind.LOGIN,
                credential.name(),
                credential.username(),
                credential.limits(),
                credential.answerForm(),
                until == null || !until.isAfter(now) ? null : until,
                credential.createdAt(),
                credential.lastUsedAt(),
                credential.revokedAt(),
                now);
    }

    public String path() {
        return "/api-access/credentials/" + id;
    }

    /** Whether it opens anything. */
    public boolean works() {
        return revokedAt == null
                && (limits.expiresAt() == null || limits.expiresAt().isAfter(now));
    }

    public Status status() {
        if (revokedAt != null) {
            return new Status("api.state.revoked", "ban", Tone.IDLE, revokedAt);
        }
        return works()
                ? new Status("api.state.works", "check", Tone.GOOD, null)
                : new Status("api.state.over", "hourglass", Tone.IDLE, limits.expiresAt());
    }

    /** In their usual order. */
    public List<Scope> may() {
        return Arrays.stream(Scope.values()).filter(limits.scopes()::contains).toList();
    }

    /** The same as programs write them. */
    public List<String> scopes() {
        return may().stream().map(Scope::text).toList();
    }
}
