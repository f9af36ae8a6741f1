package io.heliograph.apikeys;

/** What a bearer token is worth. Why one is not good is told to those only who hold a real one. */
public sealed interface TokenResult {

    /** Good. */
    record Known(ApiCaller caller) implements TokenResult {}

    /** No such token, or revoked. */
    record Unknown() implements TokenResult {}

    /** Its time is over. */
    record Expired() implements TokenResult {}

    /** Not to be used from there. */
    record Elsewhere(String address) implements TokenResult {}

    /** Its tenant, or one above it, is suspended. */
    record Suspended() implements TokenResult {}
}
