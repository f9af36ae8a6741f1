package io.heliograph.apikeys;

import io.heliograph.secrets.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * What a key looks like: {@code hg_live_}, 256 random bits in 43 letters and digits, and 6 more that are the CRC-32 of
 * all before them. So whoever scans texts for leaked keys knows one when it is seen, and a mistyped one is known without
 * looking it up.
 */
final class KeyText {

    static final String PREFIX = "hg_live_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_BITS = 256;
    private static final int RANDOM_LENGTH = 43;
    private static final int CHECK_LENGTH = 6;
    private static final int HINT_LENGTH = PREFIX.length() + 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    static String generate() {
        String unchecked = PREFIX + digits(new BigInteger(RANDOM_BITS, RANDOM), RANDOM_LENGTH);
        return unchecked + check(unchecked);
    }

    /** Whether its check digits are right. */
    static boolean isWellFormed(String text) {
        int end = PREFIX.length() + RANDOM_LENGTH;
        return text.startsWith(PREFIX)
                && text.length() == end + CHECK_LENGTH
                && check(text.substring(0, end)).equals(text.substring(end));
    }

    /** As many of its first characters as may be shown. */
    static String hint(String text) {
        return text.substring(0, HINT_LENGTH);
    }

    static byte[] hash(String text) {
        return Sha256.of(text);
    }

    private static String check(String unchecked) {
        CRC32 crc = new CRC32();
        crc.update(unchecked.getBytes(StandardCharsets.UTF_8));
        return digits(BigInteger.valueOf(crc.getValue()), CHECK_LENGTH);
    }

    private static String digits(BigInteger number, int length) {
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        char[] digits = new char[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] divided = rest.divideAndRemainder(base);
            digits[i] = DIGITS.charAt(divided[1].intValue());
            rest = divided[0];
        }
        return new String(digits);
    }
}
