package io.heliograph.text;

/** The GSM 03.38 default alphabet and its extension table; national shift tables are not used. */
final class Gsm0338 {

    /** By code; at 1B, the escape, a blank stands that is not in it. */
    static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u00A0ÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    static final String EXTENSIONS = "\f^{}\\[~]|€";

    /** The code of each of {@link #EXTENSIONS}, after the escape. */
    static final byte[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private static final char ESCAPE = '\u00A0';
    private static final byte[] SEPTETS = new byte['€' + 1];

    static {
        ALPHABET.chars().filter(c -> c != ESCAPE).forEach(c -> SEPTETS[c] = 1);
        EXTENSIONS.chars().forEach(c -> SEPTETS[c] = 2);
    }

    private Gsm0338() {}

    /** 1 in the default alphabet, 2 in the extension table, 0 in neither. */
    static int septets(int codePoint) {
        return codePoint < SEPTETS.length ? SEPTETS[codePoint] : 0;
    }

    static boolean holds(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (septets(text.charAt(i)) == 0) {
                return false;
            }
        }
        return true;
    }
}
