package io.heliograph.brands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTests {

    private static final int STEP = 51;

    @Test
    void everyAccentCanBeReadOnButtonsAndAsLinks() {
        for (int red = 0; red <= 255; red += STEP) {
            for (int green = 0; green <= 255; green += STEP) {
                for (int blue = 0; blue <= 255; blue += STEP) {
                    Colour accent = new Colour(red, green, blue);

                    Theme theme = Theme.of(accent);

                    Colour tint = Colour.WHITE.mixed(accent, 0.09);
                    assertThat(theme.buttonContrast()).as(accent.hex()).isGreaterThanOrEqualTo(4.5);
                    assertThat(theme.pressed().contrast(theme.onAccent())).isGreaterThanOrEqualTo(4.5);
                    assertThat(theme.link().contrast(Colour.WHITE)).isGreaterThanOrEqualTo(4.5);
                    assertThat(theme.link().contrast(tint)).isGreaterThanOrEqualTo(4.5);
                    assertThat(theme.linkHover().contrast(new Colour(0xf5, 0xf6, 0xf8)))
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#0b5cad, #0b5cad, #ffffff, #0b5cad",
        "#ffd400, #ffd400, #16202e, #856e00",
        "#000000, #000000, #ffffff, #000000",
        "#ffffff, #ffffff, #16202e, #707070"
    })
    void keepsWhatCanBeReadAndDarkensTheRest(String typed, String ground, String text, String link) {
        Theme theme = Theme.of(Colour.read(typed).orElseThrow());

        assertThat(theme.accent().hex()).isEqualTo(ground);
        assertThat(theme.onAccent().hex()).isEqualTo(text);
        assertThat(theme.link().hex()).isEqualTo(link);
    }

    @Test
    void namesTheSheetByItsContent() {
        assertThat(Theme.fileName("#0b5cad"))
                .matches("[0-9a-f]{16}\\.css")
                .isEqualTo(Theme.fileName("#0B5CAD"))
                .isNotEqualTo(Theme.fileName("#0b5cae"));
    }

    @Test
    void measuresContrastAsTheRuleSays() {
        assertThat(Colour.WHITE.contrast(new Colour(0, 0, 0))).isEqualTo(21);
        assertThat(Colour.WHITE.contrast(Colour.WHITE)).isEqualTo(1);
        assertThat(Colour.WHITE.contrast(Colour.read("#767676").orElseThrow())).isBetween(4.54, 4.55);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#12345", "#1234567", "blue", "#12345g", "url(x)", "#fff;}"})
    void isNoColour(String typed) {
        assertThat(Colour.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"#0B5CAD, #0b5cad", "0b5cad, #0b5cad", "#05a, #0055aa"})
    void readsColoursAsPeopleTypeThem(String typed, String read) {
        assertThat(Colour.read(typed).orElseThrow().hex()).isEqualTo(read);
    }
}
