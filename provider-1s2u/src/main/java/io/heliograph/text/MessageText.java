package io.heliograph.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message and what it takes to send it (contract S5, GSM 03.38).
 *
 * <p>{@code \r\n} is kept as {@code \n}, and half a surrogate pair as U+FFFD. A text may be longer than can be sent, so
 * that a caller can say by how much.
 */
public final class MessageText {

    /** Parts that a message may have. */
    public static final int MAX_SEGMENTS = 5;

    private final String text;
    private final Encoding encoding;
    private final int units;
    private final int segments;

    private MessageText(String text) {
        this.text = text;
        this.encoding = Gsm0338.holds(text) ? Encoding.GSM7 : Encoding.UCS2;
        this.units = encoding.units(text);
        this.segments = encoding.segments(text);
    }

    /** Reads {@code text}, of any length. */
    public static MessageText of(String text) {
        return new MessageText(wellFormed(text.replace("\r\n", "\n")));
    }

    /** The text as it is sent. */
    public String text() {
        return text;
    }

    /** {@link Encoding#GSM7} where every character is in the GSM alphabet or its extension table. */
    public Encoding encoding() {
        return encoding;
    }

    /** Septets or UTF-16 code units, by encoding: what a counter shows as characters. */
    public int units() {
        return units;
    }

    /** Parts, 0 for an empty text; may be more than {@link #MAX_SEGMENTS}. */
    public int segments() {
        return segments;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether the text has more than {@link #MAX_SEGMENTS} parts. */
    public boolean isTooLong() {
        return segments > MAX_SEGMENTS;
    }

    /** Whether the text can be sent: 1 to {@link #MAX_SEGMENTS} parts. */
    public boolean isSendable() {
        return !isEmpty() && !isTooLong();
    }

    /** The parts in order; joined, they are the text. */
    public List<String> parts() {
        return Parts.of(text, encoding);
    }

    /** Units at the end that do not fit into {@code parts} parts (at least 1); 0 when all of it fits. */
    public int unitsToRemoveFor(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("A text has at least 1 part, not " + parts);
        }
        return segments <= parts ? 0 : encoding.units(text.substring(Parts.fitting(text, encoding, parts)));
    }

    /** Units to remove to have one part less; 0 when there is at most one. */
    public int unitsToSaveAPart() {
        return segments <= 1 ? 0 : unitsToRemoveFor(segments - 1);
    }

    /** Units to remove to be within {@link #MAX_SEGMENTS}; 0 when the text is. */
    public int unitsTooMany() {
        return unitsToRemoveFor(MAX_SEGMENTS);
    }

    /** The distinct characters that force {@link Encoding#UCS2}, in the order of their first place; else empty. */
    public List<Culprit> culprits() {
        if (encoding == Encoding.GSM7) {
            return List.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        LookAlikes.characters(text).stream()
                .filter(c -> !Gsm0338.holds(c))
                .forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new Culprit(e.getKey(), e.getValue(), LookAlikes.of(e.getKey())))
                .toList();
    }

    /** The text with every culprit that has a look-alike replaced; the text itself where none has. */
    public MessageText withLookAlikes() {
        if (encoding == Encoding.GSM7) {
            return this;
        }
        return of(LookAlikes.characters(text).stream()
                .map(c -> Objects.requireNonNullElse(Gsm0338.holds(c) ? c : LookAlikes.of(c), c))
                .collect(Collectors.joining()));
    }

    /** Parts that {@link #withLookAlikes()} saves; 0 where it does not make the text {@link Encoding#GSM7}. */
    public int partsSavedByLookAlikes() {
        MessageText replaced = withLookAlikes();
        return replaced.encoding == Encoding.GSM7 ? Math.max(0, segments - replaced.segments) : 0;
    }

    /** The distinct characters that cost two septets, in the order of their first place; none in {@link Encoding#UCS2}. */
    public List<DoubleCharacter> doubles() {
        if (encoding == Encoding.UCS2) {
            return List.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        text.codePoints()
                .filter(c -> Gsm0338.septets(c) == 2)
                .forEach(c -> counts.merge(Character.toString(c), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new DoubleCharacter(e.getKey(), e.getValue()))
                .toList();
    }

    /** Whether the text would have fewer parts if its {@link #doubles()} cost one septet each. */
    public boolean isTippedByDoubles() {
        String single = text.codePoints()
                .map(c -> Gsm0338.septets(c) == 2 ? '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return encoding == Encoding.GSM7 && encoding.segments(single) < segments;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Without the text, which must not reach a log. */
    @Override
    public String toString() {
        return "MessageText[" + encoding + ", " + units + " units, " + segments + " segments]";
    }

    private static String wellFormed(String text) {
        if (text.codePoints().noneMatch(MessageText::isHalfAPair)) {
            return text;
        }
        return text.codePoints()
                .map(c -> isHalfAPair(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
