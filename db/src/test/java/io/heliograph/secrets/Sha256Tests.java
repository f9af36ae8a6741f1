package io.heliograph.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Tests {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** The first two are examples of FIPS 180-2; the last differs between UTF-8 and any other coding. */
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, " + ABC,
        "é, 4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
    })
    void hashesTheUtf8OfATextAndTheSameBytesAlike(String text, String hex) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Sha256.of(text)).isEqualTo(HexFormat.of().parseHex(hex));
        assertThat(Sha256.of(utf8)).isEqualTo(HexFormat.of().parseHex(hex));
        assertThat(Sha256.hex(text)).isEqualTo(hex);
        assertThat(Sha256.hex(utf8)).isEqualTo(hex);
    }

    @Test
    void takesPiecesForTheWhole() {
        MessageDigest digest = Sha256.digest();

        digest.update((byte) 'a');
        digest.update("bc".getBytes(StandardCharsets.UTF_8));

        assertThat(digest.digest()).isEqualTo(HexFormat.of().parseHex(ABC));
    }
}
