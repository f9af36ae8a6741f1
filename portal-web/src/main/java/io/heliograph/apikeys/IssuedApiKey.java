package io.heliograph.apikeys;

/**
 * A key just made, with its text: to be shown once.
 *
 * @param text {@code hg_live_…}, what a caller sends as bearer token
 */
public record IssuedApiKey(ApiKey key, String text) {

    @Override
    public String toString() {
        return "IssuedApiKey[" + key.hint() + "]";
    }
}
