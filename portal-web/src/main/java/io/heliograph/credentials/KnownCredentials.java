package io.heliograph.credentials;

import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Credentials that were used on this node lately: a revocation or suspension holds on all nodes within two seconds. */
@Component
class KnownCredentials {

    private final Lately<Key, KnownCredential> lately = new Lately<>();
    private final CredentialRows rows;
    private final Tenants tenants;
    private final Clock clock;

    KnownCredentials(CredentialRows rows, Tenants tenants, Clock clock) {
        this.rows = rows;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The credential, unless there is none, it is revoked or over, or its tenant or one above it is suspended. */
    Optional<KnownCredential> find(CredentialKind kind, String username) {
        return lately.find(new Key(kind, username), this::read).filter(known -> !known.isOver(clock.instant()));
    }

    /** Forgets what was not asked for lately. */
    void sweep() {
        lately.sweep();
    }

    private Optional<KnownCredential> read(Key key) {
        return rows.known(key.kind(), key.username())
                .filter(known -> !tenants.isSuspended(known.caller().tenantId()));
    }

    private record Key(CredentialKind kind, String username) {}
}
