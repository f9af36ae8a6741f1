package io.heliograph.credentials;

import java.security.MessageDigest;

/** What a check needs; not a record, as it holds an array that must not be printed. */
final class KnownCredential {

    private final Caller caller;
    private final byte[] secretHash;

    KnownCredential(Caller caller, byte[] secretHash) {
        this.caller = caller;
        this.secretHash = secretHash.clone();
    }

    Caller caller() {
        return caller;
    }

    /** In a time that does not depend on where the two differ. */
    boolean hasHash(byte[] hash) {
        return MessageDigest.isEqual(secretHash, hash);
    }
}
