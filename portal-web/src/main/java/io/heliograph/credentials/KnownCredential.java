package io.heliograph.credentials;

import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A credential as a check needs it; not a record, as it holds arrays that must not be printed. */
public final class KnownCredential {

    private final Caller caller;
    private final Limits limits;
    private final byte[] secretHash;
    private final byte @Nullable [] oldSecretHash;
    private final @Nullable Instant oldSecretUntil;

    KnownCredential(
            Caller caller,
            Limits limits,
            byte[] secretHash,
            byte @Nullable [] oldSecretHash,
            @Nullable Instant oldSecretUntil) {
        this.caller = caller;
        this.limits = limits;
        this.secretHash = secretHash.clone();
        this.oldSecretHash = oldSecretHash == null ? null : oldSecretHash.clone();
        this.oldSecretUntil = oldSecretUntil;
    }

    /** Who calls with it. */
    public Caller caller() {
        return caller;
    }

    /** What it is held to. */
    public Limits limits() {
        return limits;
    }

    /** Whether its secret, or the one before until its time ends, is this; takes the same time whatever differs. */
    public boolean hasSecret(String secret, Instant now) {
        byte[] hash = SecretText.hash(secret);
        boolean old = oldSecretHash != null
                && MessageDigest.isEqual(oldSecretHash, hash)
                && oldSecretUntil != null
                && oldSecretUntil.isAfter(now);
        return MessageDigest.isEqual(secretHash, hash) || old;
    }

    boolean isOver(Instant now) {
        return limits.expiresAt() != null && !limits.expiresAt().isAfter(now);
    }
}
