package io.heliograph.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens texts with AES-256-GCM. A sealed text is a format byte, a 12-byte nonce, and the cipher text with its
 * 16-byte tag.
 */
public final class Secrets {

    /** How many bytes a sealed text has more than the UTF-8 of the text. */
    public static final int OVERHEAD_BYTES = 29;

    /** Names the cipher and the key, so that either can be replaced one day while old texts are still there. */
    private static final byte FORMAT = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Secrets(SecretKey key) {
        this.key = key;
    }

    /** Seals {@code plain}; the same text is sealed differently each time. */
    public byte[] encrypt(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(FORMAT)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what {@link #encrypt} sealed; an {@link IllegalStateException} if it was sealed with another key. */
    public String decrypt(byte[] sealed) {
        if (sealed.length < OVERHEAD_BYTES || sealed[0] != FORMAT) {
            throw new IllegalStateException("This is not a text that was sealed by this application");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1).get(nonce);
        byte[] cipherText = new byte[buffer.remaining()];
        buffer.get(cipherText);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, cipherText), StandardCharsets.UTF_8);
    }

    /**
     * A keyed hash (HMAC-SHA-256, 32 bytes) of {@code plain}: for secrets that are too short to be safe under a hash that
     * anybody can compute, and must be checked often.
     *
     * @param purpose parts the hashes of one use from those of all others
     */
    public byte[] fingerprint(String purpose, String plain) {
        return hmac(hmac(key.getEncoded(), purpose), plain);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "A secret in the database can't be opened: heliograph.encryption-key is not the one it was sealed"
                            + " with, or it was changed since",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-256-GCM", e);
        }
    }
}
