package io.heliograph.portal.send;

import io.heliograph.text.Culprit;
import io.heliograph.text.DoubleCharacter;
import io.heliograph.text.Encoding;
import io.heliograph.text.MessageText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What there is to say about a text while it is written. */
record CountedText(MessageText text) {

    private static final int NAMED = 3;

    public int limit() {
        return MessageText.MAX_SEGMENTS;
    }

    /** Whether it is in special characters. */
    public boolean isSpecial() {
        return text.encoding() == Encoding.UCS2;
    }

    /** Whether special characters cost parts that others in their place would not. */
    public boolean canSaveByReplacing() {
        return text.partsSavedByLookAlikes() > 0;
    }

    /** Whether special characters cost parts and nothing can stand in for them: a fact, not an error. */
    public boolean costsBySpecial() {
        return isSpecial() && !canSaveByReplacing() && Encoding.GSM7.segments(text.text()) < text.segments();
    }

    /** The characters that make it special, a few of them, as people see them. */
    public List<String> culprits() {
        return text.culprits().stream().limit(NAMED).map(CountedText::shown).toList();
    }

    public boolean hasMoreCulprits() {
        return text.culprits().size() > NAMED;
    }

    /** What would stand in for them. */
    public List<String> lookAlikes() {
        return text.culprits().stream()
                .limit(NAMED)
                .map(culprit -> Objects.requireNonNullElse(culprit.lookAlike(), ""))
                .filter(lookAlike -> !lookAlike.isBlank())
                .distinct()
                .toList();
    }

    /** The culprits as code points in hex, those of one joined by a hyphen, for the script that marks them. */
    public String marks() {
        if (!canSaveByReplacing() && !costsBySpecial()) {
            return "";
        }
        return text.culprits().stream()
                .map(culprit -> culprit.character()
                        .codePoints()
                        .mapToObj(Integer::toHexString)
                        .collect(Collectors.joining("-")))
                .collect(Collectors.joining(" "));
    }

    /** The characters that count double, when they cost a part. */
    public String doubles() {
        return text.isTippedByDoubles()
                ? text.doubles().stream()
                        .limit(NAMED)
                        .map(DoubleCharacter::character)
                        .collect(Collectors.joining(" "))
                : "";
    }

    private static String shown(Culprit culprit) {
        return culprit.isVisible() ? culprit.character() : culprit.name();
    }
}
