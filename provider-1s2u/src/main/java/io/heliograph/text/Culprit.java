package io.heliograph.text;

import org.jspecify.annotations.Nullable;

/**
 * A character that forces a text out of the GSM alphabet.
 *
 * @param character what a person sees as one character; may be several code points
 * @param count how often it is in the text
 * @param lookAlike what can stand in for it in the GSM alphabet, empty where it can just be left out; null where nothing
 *     can
 */
public record Culprit(String character, int count, @Nullable String lookAlike) {

    /** Whether something can be seen of it; a zero-width or unusual space can't, and is best shown by its name. */
    public boolean isVisible() {
        return !character.codePoints().allMatch(Culprit::isBlank);
    }

    /** Its Unicode name, such as {@code ZERO WIDTH SPACE}; of the first code point outside the GSM alphabet. */
    public String name() {
        int codePoint = character
                .codePoints()
                .filter(c -> Gsm0338.septets(c) == 0)
                .findFirst()
                .orElseThrow();
        String name = Character.getName(codePoint);
        return name == null ? "U+%04X".formatted(codePoint) : name;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}
