package io.heliograph.lookups;

import io.heliograph.secrets.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tells two requests with one idempotency key apart. */
final class RequestHash {

    private RequestHash() {}

    /**
     * SHA-256 in hex of the numbers, in their order, and of how long answers are given again.
     *
     * @param reuse as it was asked for, so that a repeat is one even if the customer's setting has changed; null for what is
     *     set
     */
    static String of(List<String> msisdns, @Nullable Duration reuse) {
        MessageDigest digest = Sha256.digest();
        msisdns.forEach(msisdn -> digest.update((msisdn + '\0').getBytes(StandardCharsets.UTF_8)));
        String seconds = reuse == null ? "" : Long.toString(reuse.toSeconds());
        digest.update(seconds.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
