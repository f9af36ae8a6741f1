package io.heliograph.oauth;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * A key that signs access tokens, private half included.
 *
 * @param generation 1 for the first of the installation, then one more each
 * @param signsFrom when it takes over; it is published before that
 */
record SigningKey(int generation, RSAKey key, Instant signsFrom) {

    /** Without the key. */
    @Override
    public String toString() {
        return "SigningKey[" + generation + ", " + signsFrom + "]";
    }
}
