package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AttemptTests {

    private static final int BYTES_OF_COLUMN = 65_535;
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void keepsTextsUpToTheirLimit() {
        String longest = "x".repeat(Attempt.MOST_CHARACTERS);

        assertThat(Attempt.kept("")).isEmpty();
        assertThat(Attempt.kept(longest)).isEqualTo(longest);
        assertThat(Attempt.kept(longest + "y")).isEqualTo(longest);
    }

    @Test
    void neverCutsAPair() {
        String smiles = SMILE.repeat(Attempt.MOST_CHARACTERS);

        assertThat(Attempt.kept(smiles)).isEqualTo(SMILE.repeat(Attempt.MOST_CHARACTERS / 2));
        assertThat(Attempt.kept("x" + smiles)).isEqualTo("x" + SMILE.repeat(Attempt.MOST_CHARACTERS / 2 - 1));
    }

    @Test
    void whatItKeepsFitsItsColumn() {
        for (String character : new String[] {"x", "\u0436", "\u6F22", SMILE}) {
            assertThat(Attempt.kept(character.repeat(BYTES_OF_COLUMN)).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(BYTES_OF_COLUMN);
        }
    }
}
