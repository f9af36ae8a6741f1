package io.heliograph.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessageTextPropertyTests {

    @Property(tries = 500)
    void partsJoinedAreTheTextAndNoneIsOverItsLimit(@ForAll("texts") String typed) {
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

    @Property(tries = 500)
    void removingWhatItSaysSavesAPart(@ForAll("texts") String typed) {
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

    @Property(tries = 300)
    void lookAlikesLeaveNothingThatHasOne(@ForAll("texts") String typed) {
        MessageText replaced = MessageText.of(typed).withLookAlikes();

        assertThat(replaced.culprits()).allMatch(culprit -> culprit.lookAlike() == null);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, Arbitraries.strings().withCharRange('a', 'z')),
                        net.jqwik.api.Tuple.of(2, Arbitraries.strings().withChars("€[]{}^~|\\\n")),
                        net.jqwik.api.Tuple.of(1, Arbitraries.of("😀", "👍🏽", "я", "ç", "’", "\uD83D", "\r\n")),
                        net.jqwik.api.Tuple.of(1, Arbitraries.strings().all()))
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }
}
