package io.heliograph.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderIdTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Heliograph1",
                "+Heliograph1",
                "12345",
                "123456789012345678",
                "+123456789012345678",
                "My Shop",
                "Müller & Co"
            })
    void s3Takes(String sender) {
        assertThat(SenderId.parse(sender)).contains(new SenderId(sender));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "Heliograph12",
                "+Heliograph12",
                "1234567890123456789",
                "+1234567890123456789",
                "12345678901a",
                "متجر",
                "Shop\n",
                "Sho😀"
            })
    void s3Refuses(String sender) {
        assertThat(SenderId.parse(sender)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new SenderId(sender));
    }

    @Test
    void knowsNumbers() {
        assertThat(new SenderId("+12345").isNumeric()).isTrue();
        assertThat(new SenderId("12345").isNumeric()).isTrue();
        assertThat(new SenderId("12345a").isNumeric()).isFalse();
    }
}
