package io.heliograph.provider;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How a Unicode text is put into the request (contract S7b). */
public enum UnicodeForm {
    /** The text itself; the form encodes it as UTF-8. */
    UTF_8,

    /** Upper-case hexadecimal of its UTF-16BE units. */
    HEX_UTF16BE;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** {@code text} in this form. */
    public String encode(String text) {
        return switch (this) {
            case UTF_8 -> text;
            case HEX_UTF16BE -> HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        };
    }

    /**
     * The text that {@link #encode} made {@code encoded} of.
     *
     * @throws IllegalArgumentException when {@code encoded} is not hexadecimal
     */
    public String decode(String encoded) {
        return switch (this) {
            case UTF_8 -> encoded;
            case HEX_UTF16BE -> new String(HEX.parseHex(encoded), StandardCharsets.UTF_16BE);
        };
    }
}
