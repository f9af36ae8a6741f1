package io.heliograph.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTextTests {

    private static final String KEY = KeyText.generate();

    @Test
    void hasItsPrefixAndNothingThatNeedsEscaping() {
        assertThat(KEY).matches("hg_live_[0-9A-Za-z]{49}");
        assertThat(KeyText.generate()).isNotEqualTo(KEY);
        assertThat(KeyText.isWellFormed(KEY)).isTrue();
    }

    @Test
    void noticesEverySingleWrongCharacter() {
        for (int i = 0; i < KEY.length(); i++) {
            char other = KEY.charAt(i) == 'x' ? 'y' : 'x';
            String mistyped = KEY.substring(0, i) + other + KEY.substring(i + 1);

            assertThat(KeyText.isWellFormed(mistyped)).as(mistyped).isFalse();
        }
    }

    @Test
    void noticesWhatIsMissingOrTooMuch() {
        assertThat(KeyText.isWellFormed("")).isFalse();
        assertThat(KeyText.isWellFormed(KEY.substring(1))).isFalse();
        assertThat(KeyText.isWellFormed(KEY.substring(0, KEY.length() - 1))).isFalse();
        assertThat(KeyText.isWellFormed(KEY + "0")).isFalse();
    }
}
