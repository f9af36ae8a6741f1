package io.heliograph.webhooks;

import java.util.Arrays;

/** A signing secret as it is kept: encrypted. Equal to every other of the same bytes. */
public final class SealedSecret {

    private final byte[] encrypted;

    SealedSecret(byte[] encrypted) {
        this.encrypted = encrypted.clone();
    }

    /** What is to be decrypted. */
    public byte[] bytes() {
        return encrypted.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedSecret that && Arrays.equals(encrypted, that.encrypted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encrypted);
    }
}
