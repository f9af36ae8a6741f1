package io.heliograph.text;

/**
 * How a text travels (contract S5).
 *
 * <p>A unit is a septet in {@link #GSM7} and a UTF-16 code unit in {@link #UCS2}.
 */
public enum Encoding {
    /** GSM 03.38 default alphabet with its extension table; {@code mt=0} at 1s2u. */
    GSM7(160, 153),

    /** Everything else; {@code mt=1} at 1s2u. */
    UCS2(70, 67);

    private final int unitsAlone;
    private final int unitsInPart;

    Encoding(int unitsAlone, int unitsInPart) {
        this.unitsAlone = unitsAlone;
        this.unitsInPart = unitsInPart;
    }

    /** Units that fit when the text is one part. */
    public int unitsAlone() {
        return unitsAlone;
    }

    /** Units that fit in each part when there are several. */
    public int unitsInPart() {
        return unitsInPart;
    }

    /** Units of one character; in {@link #GSM7} a character outside the alphabet counts as the one that replaces it. */
    int units(int codePoint) {
        return switch (this) {
            case GSM7 -> Math.max(1, Gsm0338.septets(codePoint));
            case UCS2 -> Character.charCount(codePoint);
        };
    }

    /** Units of {@code text} when it is sent in this encoding, whatever it holds. */
    public int units(String text) {
        return this == UCS2 ? text.length() : text.codePoints().map(this::units).sum();
    }

    /** Parts of {@code text} when it is sent in this encoding, whatever it holds; 0 for an empty text. */
    public int segments(String text) {
        return Parts.count(text, this);
    }
}
