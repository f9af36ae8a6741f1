package io.heliograph.credentials;

import io.heliograph.tenants.Tenants;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Credentials that were used on this node lately. Each is read again after a second, by one call while the others go on
 * with what is known for a second more: a revocation or suspension holds on all nodes within two seconds.
 */
@Component
class KnownCredentials {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long USABLE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final CredentialRows rows;
    private final Tenants tenants;

    KnownCredentials(CredentialRows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    /** The credential, unless there is none, it is revoked, or its tenant or one above it is suspended. */
    Optional<KnownCredential> find(String username) {
        Entry entry = entries.get(username);
        long now = System.nanoTime();
        if (entry != null && entry.isGoodEnough(now)) {
            return Optional.of(entry.known());
        }
        Optional<KnownCredential> known = rows.known(username)
                .filter(found -> !tenants.isSuspended(found.caller().tenantId()));
        known.ifPresentOrElse(
                found -> entries.put(username, new Entry(found, now, new AtomicBoolean())),
                () -> entries.remove(username));
        return known;
    }

    /** Forgets what was not asked for lately. */
    void sweep() {
        long now = System.nanoTime();
        entries.values().removeIf(entry -> now - entry.readAt() > USABLE_NANOS);
    }

    private record Entry(KnownCredential known, long readAt, AtomicBoolean isBeingRead) {

        boolean isGoodEnough(long now) {
            long age = now - readAt;
            return age < FRESH_NANOS || (age < USABLE_NANOS && !isBeingRead.compareAndSet(false, true));
        }
    }
}
