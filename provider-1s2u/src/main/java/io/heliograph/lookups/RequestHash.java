package io.heliograph.lookups;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** What tells two requests with one idempotency key apart. */
final class RequestHash {

    private RequestHash() {}

    /** SHA-256 in hex of the numbers, in their order, and of how long answers are given again. */
    static String of(List<String> msisdns, Duration reuse) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            msisdns.forEach(msisdn -> digest.update((msisdn + '\0').getBytes(StandardCharsets.UTF_8)));
            digest.update(String.valueOf(reuse.toSeconds()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
