package io.heliograph.webhooks.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that an endpoint and we share to sign what is posted to it (Standard Webhooks, symmetric, {@code v1}). */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;
    private final Mac mac;

    private SigningSecret(byte[] key) {
        this.key = key;
        this.mac = mac(key);
    }

    /** A new secret of 256 random bits. */
    public static SigningSecret generate() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new SigningSecret(key);
    }

    /**
     * The secret written as {@code whsec_} and base64.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static SigningSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A signing secret starts with " + PREFIX);
        }
        return new SigningSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /** The secret as its owner stores it: {@code whsec_} and base64. Never for a log. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** One signature, {@code v1,} and the base64 of the HMAC over id, second and body, for {@code webhook-signature}. */
    public String sign(String webhookId, Instant at, String body) {
        String signed = webhookId + "." + at.getEpochSecond() + "." + body;
        return "v1," + Base64.getEncoder().encodeToString(hmac(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Says that it is a secret, not which. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }

    /** By a copy, as one computes one at a time. */
    private byte[] hmac(byte[] signed) {
        try {
            return ((Mac) mac.clone()).doFinal(signed);
        } catch (CloneNotSupportedException _) {
            return mac(key).doFinal(signed);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, e);
        }
    }
}
