package io.heliograph.credentials;

import io.heliograph.secrets.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** How usernames and secrets are made, and secrets hashed: they are random, so a fast hash keeps them. */
final class SecretText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int STEM_LENGTH = 16;
    private static final int TAIL_LENGTH = 4;

    /** Without letters and digits that are taken for each other. */
    private static final String TAIL_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private SecretText() {}

    /** 256 random bits, 43 characters that need no escaping in a URL. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A username that people can read out: the first word of the tenant's name, and a few random letters. */
    static String username(String tenantName) {
        String word =
                tenantName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "").strip();
        String stem = word.isEmpty() ? "api" : word.replaceAll(" .*", "");
        StringBuilder name = new StringBuilder(stem.length() > STEM_LENGTH ? stem.substring(0, STEM_LENGTH) : stem);
        name.append('-');
        for (int i = 0; i < TAIL_LENGTH; i++) {
            name.append(TAIL_LETTERS.charAt(RANDOM.nextInt(TAIL_LETTERS.length())));
        }
        return name.toString();
    }

    static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
