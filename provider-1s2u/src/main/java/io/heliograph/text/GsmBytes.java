package io.heliograph.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** GSM 03.38 as bytes, one septet in each (unpacked): how SMPP carries it under data coding 0. */
public final class GsmBytes {

    private static final byte ESCAPE = 0x1B;
    private static final int NONE = -1;
    private static final int[] CODES = new int['€' + 1];

    static {
        Arrays.fill(CODES, NONE);
        for (int code = 0; code < Gsm0338.ALPHABET.length(); code++) {
            if (code != ESCAPE) {
                CODES[Gsm0338.ALPHABET.charAt(code)] = code;
            }
        }
    }

    private GsmBytes() {}

    /**
     * The bytes of {@code text}.
     *
     * @throws IllegalArgumentException for a character that is not in the alphabet or its extension table
     */
    public static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int extended = Gsm0338.EXTENSIONS.indexOf(c);
            if (extended >= 0) {
                bytes.write(ESCAPE);
                bytes.write(Gsm0338.EXTENSION_CODES[extended]);
            } else if (c < CODES.length && CODES[c] != NONE) {
                bytes.write(CODES[c]);
            } else {
                throw new IllegalArgumentException("A character that is not in the GSM alphabet");
            }
        }
        return bytes.toByteArray();
    }

    /** The text; empty for a byte above 7F. After an escape, what the extension table lacks is read without it. */
    public static Optional<String> decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        boolean escaped = false;
        for (byte code : bytes) {
            if (code < 0) {
                return Optional.empty();
            }
            if (code == ESCAPE && !escaped) {
                escaped = true;
                continue;
            }
            text.append(escaped ? extended(code) : Gsm0338.ALPHABET.charAt(code));
            escaped = false;
        }
        return Optional.of(text.toString());
    }

    private static char extended(byte code) {
        for (int i = 0; i < Gsm0338.EXTENSION_CODES.length; i++) {
            if (Gsm0338.EXTENSION_CODES[i] == code) {
                return Gsm0338.EXTENSIONS.charAt(i);
            }
        }
        return code == ESCAPE ? ' ' : Gsm0338.ALPHABET.charAt(code);
    }
}
