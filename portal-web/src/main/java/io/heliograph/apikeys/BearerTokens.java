package io.heliograph.apikeys;

/** Reads one kind of bearer token. Each kind is a bean; the first that {@link #reads} a token decides on it. */
public interface BearerTokens {

    /** Whether a token looks like one of this kind. */
    boolean reads(String token);

    /**
     * Who shows the token. Takes microseconds; a revocation or suspension holds within two seconds.
     *
     * @param address where the call comes from, an IP address
     */
    TokenResult check(String token, String address);
}
