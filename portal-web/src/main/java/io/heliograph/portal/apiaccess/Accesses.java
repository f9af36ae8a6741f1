package io.heliograph.portal.apiaccess;

import io.heliograph.apikeys.ApiKey;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.apikeys.IssuedApiKey;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.CredentialKind;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.NewCredential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Credentials of all kinds behind one face, as they are one list to their owner. */
@Component
class Accesses {

    private final ApiKeys keys;
    private final Credentials credentials;
    private final Clock clock;

    Accesses(ApiKeys keys, Credentials credentials, Clock clock) {
        this.keys = keys;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * One that was made, or has a new secret.
     *
     * @param secret to be shown once
     */
    record Issued(UUID id, String secret) {

        private static Issued of(IssuedApiKey issued) {
            return new Issued(issued.key().id(), issued.text());
        }

        private static Issued of(IssuedCredential issued) {
            return new Issued(issued.credential().id(), issued.secret());
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    /** All of a tenant, revoked ones too, oldest first. */
    List<Access> ofTenant(UUID tenantId) {
        Instant now = clock.instant();
        return Stream.concat(
                        keys.ofTenant(tenantId).stream().map(key -> Access.of(key, now)),
                        credentials.ofTenant(tenantId).stream().map(one -> Access.of(one, now)))
                .sorted(Comparator.comparing(Access::createdAt))
                .toList();
    }

    /** The one of that tenant, or an exception that is a 404. */
    Access get(UUID tenantId, UUID id) {
        Instant now = clock.instant();
        return key(tenantId, id)
                .map(key -> Access.of(key, now))
                .orElseGet(() -> Access.of(credentials.get(tenantId, id), now));
    }

    Issued make(UUID tenantId, AccessKind kind, String name, AnswerForm answer, Limits limits, UUID by) {
        return switch (kind) {
            case KEY -> Issued.of(keys.issue(tenantId, name, limits, by));
            case CLIENT -> Issued.of(make(tenantId, CredentialKind.CLIENT, name, answer, limits, by));
            case LOGIN -> Issued.of(make(tenantId, CredentialKind.LOGIN, name, answer, limits, by));
        };
    }

    void change(UUID tenantId, UUID id, String name, Limits limits) {
        if (key(tenantId, id).isPresent()) {
            keys.change(tenantId, id, name, limits);
        } else {
            credentials.change(tenantId, id, name, limits);
        }
    }

    /** Makes a new secret, or a new key; the old one is good for {@code overlap} more. */
    Issued rotate(UUID tenantId, UUID id, Duration overlap, UUID by) {
        return key(tenantId, id).isPresent()
                ? Issued.of(keys.rotate(tenantId, id, overlap, by))
                : Issued.of(credentials.rotate(tenantId, id, overlap));
    }

    void revoke(UUID tenantId, UUID id) {
        if (key(tenantId, id).isPresent()) {
            keys.revoke(tenantId, id);
        } else {
            credentials.revoke(tenantId, id);
        }
    }

    private IssuedCredential make(
            UUID tenantId, CredentialKind kind, String name, AnswerForm answer, Limits limits, UUID by) {
        return credentials.create(tenantId, new NewCredential(kind, name, answer, limits, by));
    }

    private Optional<ApiKey> key(UUID tenantId, UUID id) {
        return keys.ofTenant(tenantId).stream()
                .filter(key -> key.id().equals(id))
                .findFirst();
    }
}
