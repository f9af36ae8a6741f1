package io.heliograph.email.content;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Reads the letters of a part, whether or not it says right what they are written in. */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Charsets() {}

    /** With the charset that is named; UTF-8, else Western letters, where it is missing, unknown or wrong. */
    static String decode(byte[] bytes, @Nullable String name) {
        Charset named = named(name);
        if (named != null && !named.equals(StandardCharsets.US_ASCII) && !named.equals(StandardCharsets.UTF_8)) {
            return new String(bytes, named);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WESTERN);
        }
    }

    private static @Nullable Charset named(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return null;
        }
    }
}
