package io.heliograph.text;

/** The GSM 03.38 default alphabet and its extension table; national shift tables are not used. */
final class Gsm0338 {

    private static final String DEFAULT_ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION_TABLE = "\f^{}\\[~]|€";

    private static final byte[] SEPTETS = new byte['€' + 1];

    static {
        DEFAULT_ALPHABET.chars().forEach(c -> SEPTETS[c] = 1);
        EXTENSION_TABLE.chars().forEach(c -> SEPTETS[c] = 2);
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
