package io.heliograph.apikeys;

import org.jspecify.annotations.Nullable;

/** What a bearer token is worth. Why one is not good is told to those only who hold a real one. */
public sealed interface TokenResult {

    /** Good. */
    record Known(ApiCaller caller) implements TokenResult {}

    /** No such token, or revoked. */
    record Unknown() implements TokenResult {}

    /** Its time is over. {@code caller} is whose it was, where that is known. */
    record Expired(@Nullable ApiCaller caller) implements TokenResult {}

    /** Not to be used from there. */
    record Elsewhere(ApiCaller caller, String address) implements TokenResult {}

    /** Its tenant, or one above it, is suspended. */
    record Suspended(ApiCaller caller) implements TokenResult {}
}
