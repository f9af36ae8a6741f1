package io.heliograph.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTextPropertyTests {

    private static final int TEXTS = 300;
    private static final int MOST_PIECES = 12;
    private static final List<String> DOUBLES = List.of("€", "[", "]", "{", "}", "^", "~", "|", "\\", "\n");
    private static final List<String> UNUSUAL =
            List.of("😀", "👍🏽", "я", "ç", "’", "\uD83D", "\uDE00", "\r\n", "\u0000", "中", "\u00A0", "…");

    @ParameterizedTest
    @MethodSource("texts")
    void partsJoinedAreTheTextAndNoneIsOverItsLimit(String typed) {
        MessageText text = MessageText.of(typed);

        assertThat(String.join("", text.parts())).isEqualTo(text.text());
        int limit = text.segments() <= 1
                ? text.encoding().unitsAlone()
                : text.encoding().unitsInPart();
        assertThat(text.parts())
                .hasSize(text.segments())
                .allSatisfy(part -> assertThat(text.encoding().units(part)).isBetween(1, limit))
                .noneMatch(part -> Character.isLowSurrogate(part.charAt(0)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void removingWhatItSaysSavesAPart(String typed) {
        MessageText text = MessageText.of(typed);
        int toRemove = text.unitsToSaveAPart();
        int end = text.text().length();
        for (int removed = 0; removed < toRemove; ) {
            int codePoint = text.text().codePointBefore(end);
            end -= Character.charCount(codePoint);
            removed += text.encoding().units(codePoint);
        }

        MessageText shorter = MessageText.of(text.text().substring(0, end));

        assertThat(shorter.segments()).isLessThanOrEqualTo(Math.max(text.segments() - 1, Math.min(1, text.segments())));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void lookAlikesLeaveNothingThatHasOne(String typed) {
        MessageText replaced = MessageText.of(typed).withLookAlikes();

        assertThat(replaced.culprits()).allMatch(culprit -> culprit.lookAlike() == null);
    }

    /** Texts as people write them, with what makes a difference thrown in; the same at every run. */
    static List<String> texts() {
        Random random = new Random(7);
        return IntStream.range(0, TEXTS)
                .mapToObj(_ -> IntStream.range(0, random.nextInt(MOST_PIECES))
                        .mapToObj(_ -> piece(random))
                        .collect(Collectors.joining()))
                .toList();
    }

    private static String piece(Random random) {
        int kind = random.nextInt(10);
        if (kind < 6) {
            return random.ints(random.nextInt(80), 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        return kind < 8 ? one(random, DOUBLES).repeat(random.nextInt(20)) : one(random, UNUSUAL);
    }

    private static String one(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
