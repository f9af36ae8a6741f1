package io.heliograph.text;

import static io.heliograph.text.Encoding.GSM7;
import static io.heliograph.text.Encoding.UCS2;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTests {

    private static final String EMOJI = "😀";

    static Stream<Arguments> s5() {
        return Stream.of(
                Arguments.of("", GSM7, 0, 0),
                Arguments.of("a", GSM7, 1, 1),
                Arguments.of(a(159), GSM7, 159, 1),
                Arguments.of(a(160), GSM7, 160, 1),
                Arguments.of(a(161), GSM7, 161, 2),
                Arguments.of(a(158) + "€", GSM7, 160, 1),
                Arguments.of(a(159) + "€", GSM7, 161, 2),
                Arguments.of("€".repeat(80), GSM7, 160, 1),
                Arguments.of("€".repeat(81), GSM7, 162, 2),
                Arguments.of(a(306), GSM7, 306, 2),
                Arguments.of(a(307), GSM7, 307, 3),
                Arguments.of(a(151) + "€" + a(153), GSM7, 306, 2),
                Arguments.of(a(152) + "€" + a(151), GSM7, 305, 2),
                Arguments.of(a(152) + "€" + a(152), GSM7, 306, 3),
                Arguments.of("€".repeat(152), GSM7, 304, 2),
                Arguments.of("€".repeat(153), GSM7, 306, 3),
                Arguments.of(a(765), GSM7, 765, 5),
                Arguments.of(a(766), GSM7, 766, 6),
                Arguments.of("€".repeat(380), GSM7, 760, 5),
                Arguments.of("€".repeat(381), GSM7, 762, 6),
                Arguments.of("я", UCS2, 1, 1),
                Arguments.of("я" + a(68), UCS2, 69, 1),
                Arguments.of("я" + a(69), UCS2, 70, 1),
                Arguments.of("я" + a(70), UCS2, 71, 2),
                Arguments.of("я".repeat(134), UCS2, 134, 2),
                Arguments.of("я".repeat(135), UCS2, 135, 3),
                Arguments.of("я".repeat(335), UCS2, 335, 5),
                Arguments.of("я".repeat(336), UCS2, 336, 6),
                Arguments.of(EMOJI.repeat(35), UCS2, 70, 1),
                Arguments.of(EMOJI.repeat(36), UCS2, 72, 2),
                Arguments.of(a(65) + EMOJI + a(67), UCS2, 134, 2),
                Arguments.of(a(66) + EMOJI + a(65), UCS2, 133, 2),
                Arguments.of(a(66) + EMOJI + a(66), UCS2, 134, 3),
                Arguments.of(EMOJI.repeat(66), UCS2, 132, 2),
                Arguments.of(EMOJI.repeat(67), UCS2, 134, 3),
                Arguments.of(EMOJI.repeat(165), UCS2, 330, 5),
                Arguments.of(EMOJI.repeat(166), UCS2, 332, 6),
                Arguments.of("€".repeat(69) + "я", UCS2, 70, 1));
    }

    @ParameterizedTest
    @MethodSource("s5")
    void s5CountsUnitsAndParts(String typed, Encoding encoding, int units, int segments) {
        MessageText text = MessageText.of(typed);

        assertThat(text.encoding()).isEqualTo(encoding);
        assertThat(text.units()).isEqualTo(units);
        assertThat(text.segments()).isEqualTo(segments);
        assertThat(text.parts()).hasSize(segments);
        assertThat(text.isTooLong()).isEqualTo(segments > 5);
        assertThat(text.isEmpty()).isEqualTo(segments == 0);
        assertThat(text.isSendable()).isEqualTo(segments >= 1 && segments <= 5);
    }

    @Test
    void s5ExtensionCharacterNeverStraddlesTwoParts() {
        assertThat(MessageText.of(a(152) + "€" + a(20)).parts()).containsExactly(a(152), "€" + a(20));
    }

    @Test
    void s5SurrogatePairNeverStraddlesTwoParts() {
        assertThat(MessageText.of(a(66) + EMOJI + a(20)).parts()).containsExactly(a(66), EMOJI + a(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ç", "`", "á", "í", "ó", "ú", "â", "\t", "\u001B", "\0", "’", "–", "…", "\u00A0", "Α", "¢"})
    void charactersOutsideTheAlphabetForceUnicode(String character) {
        assertThat(MessageText.of(character).encoding()).isEqualTo(UCS2);
    }

    @Test
    void alphabetIsGsm0338() {
        String greek = "ΔΦΓΛΩΠΨΣΘΞ";
        String letters = "èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà";
        String signs = "@£$¥_¡¿§¤ !\"#%&'()*+,-./:;<=>?\n\r";
        String plain = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        String alphabet = greek + letters + signs + plain;

        assertThat(alphabet).hasSize(127);
        assertThat(MessageText.of(alphabet).units()).isEqualTo(127);
        assertThat(MessageText.of("\f^{}\\[~]|€").units()).isEqualTo(20);
        assertThat(MessageText.of(alphabet + "\f^{}\\[~]|€").encoding()).isEqualTo(GSM7);
        long all = java.util.stream.IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(c -> MessageText.of(Character.toString(c)).encoding() == GSM7)
                .count();
        assertThat(all).isEqualTo(127 + 10);
    }

    @Test
    void sendsCrLfAsLf() {
        MessageText text = MessageText.of("a\r\nb\r\n");

        assertThat(text.text()).isEqualTo("a\nb\n");
        assertThat(text.units()).isEqualTo(4);
    }

    @Test
    void replacesHalfASurrogatePair() {
        assertThat(MessageText.of("a\uD83Db\uDE00").text()).isEqualTo("a\uFFFDb\uFFFD");
    }

    static Stream<Arguments> removals() {
        return Stream.of(
                Arguments.of(a(160), 0, 0),
                Arguments.of(a(172), 12, 0),
                Arguments.of(a(159) + "€", 2, 0),
                Arguments.of(a(307), 1, 0),
                Arguments.of(a(765), 153, 0),
                Arguments.of(a(799), 34, 34),
                Arguments.of(a(2000), 11, 1235),
                Arguments.of("я".repeat(71), 1, 0),
                Arguments.of("я".repeat(140), 6, 0),
                Arguments.of("я" + EMOJI.repeat(35), 2, 0),
                Arguments.of("я".repeat(340), 5, 5),
                Arguments.of("", 0, 0));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void saysHowMuchToRemove(String typed, int toSaveAPart, int tooMany) {
        MessageText text = MessageText.of(typed);

        assertThat(text.unitsToSaveAPart()).isEqualTo(toSaveAPart);
        assertThat(text.unitsTooMany()).isEqualTo(tooMany);
    }

    @Test
    void namesCulpritsWithTheirLookAlikes() {
        MessageText text = MessageText.of("It’s – well… ‘odd’ 😀 ça ’");

        assertThat(text.culprits())
                .containsExactly(
                        new Culprit("’", 3, "'"),
                        new Culprit("–", 1, "-"),
                        new Culprit("…", 1, "..."),
                        new Culprit("‘", 1, "'"),
                        new Culprit("😀", 1, null),
                        new Culprit("ç", 1, null));
    }

    @Test
    void seesWhatPeopleSeeAsOneCharacter() {
        assertThat(MessageText.of("e\u0301 👩‍👧 n\u0303").culprits())
                .containsExactly(
                        new Culprit("e\u0301", 1, "é"), new Culprit("👩‍👧", 1, null), new Culprit("n\u0303", 1, "ñ"));
    }

    @Test
    void namesWhatCannotBeSeen() {
        List<Culprit> culprits = MessageText.of("a\u00A0b\u200Bc—").culprits();

        assertThat(culprits).extracting(Culprit::lookAlike).containsExactly(" ", "", "-");
        assertThat(culprits).extracting(Culprit::isVisible).containsExactly(false, false, true);
        assertThat(culprits).extracting(Culprit::name).containsExactly("NO-BREAK SPACE", "ZERO WIDTH SPACE", "EM DASH");
    }

    @Test
    void plainTextHasNoCulprits() {
        MessageText text = MessageText.of("Ç € [x]");

        assertThat(text.culprits()).isEmpty();
        assertThat(text.withLookAlikes()).isSameAs(text);
        assertThat(text.partsSavedByLookAlikes()).isZero();
    }

    @Test
    void lookAlikesAreWorthOfferingOnlyWhereTheySaveAPart() {
        assertThat(MessageText.of(a(69) + "’").partsSavedByLookAlikes()).isZero();
        assertThat(MessageText.of(a(70) + "’").partsSavedByLookAlikes()).isOne();
        assertThat(MessageText.of(a(70) + "’").withLookAlikes().text()).isEqualTo(a(70) + "'");
        assertThat(MessageText.of(a(70) + "’😀").partsSavedByLookAlikes()).isZero();
        assertThat(MessageText.of(a(300) + "\u200Bя").partsSavedByLookAlikes()).isZero();
        assertThat(MessageText.of(a(300) + "\u200B").partsSavedByLookAlikes()).isEqualTo(3);
    }

    @Test
    void everyLookAlikeIsInTheAlphabet() {
        String typography = "“”„«»‘’‚‹›´`‐‑‒–—―−…•·×¦˜ˆ\u2009\u202F\u3000\t\u2028\u00AD\u202A\uFEFFΩ∆ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

        assertThat(MessageText.of(typography).withLookAlikes().encoding()).isEqualTo(GSM7);
    }

    @Test
    void listsDoublesAndSaysWhetherTheyTipAPart() {
        MessageText fits = MessageText.of(a(156) + "€[");
        MessageText tipped = MessageText.of(a(156) + "€[€");

        assertThat(tipped.doubles()).containsExactly(new DoubleCharacter("€", 2), new DoubleCharacter("[", 1));
        assertThat(fits.isTippedByDoubles()).isFalse();
        assertThat(tipped.isTippedByDoubles()).isTrue();
        assertThat(MessageText.of("€я").doubles()).isEmpty();
    }

    @Test
    void keepsTheTextOutOfLogs() {
        assertThat(MessageText.of("secret")).hasToString("MessageText[GSM7, 6 units, 1 segments]");
    }

    @Test
    void countsInAGivenEncodingWhateverTheTextHolds() {
        assertThat(GSM7.segments("я".repeat(160))).isEqualTo(1);
        assertThat(GSM7.segments("я".repeat(161))).isEqualTo(2);
        assertThat(UCS2.segments(a(71))).isEqualTo(2);
    }

    private static String a(int count) {
        return "a".repeat(count);
    }
}
