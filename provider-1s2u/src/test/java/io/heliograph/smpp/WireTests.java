package io.heliograph.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.text.Encoding;
import io.heliograph.text.MessageText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTests {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "261125120000000+, 2026-11-25T12:00:00Z",
        "261125120000004+, 2026-11-25T11:00:00Z",
        "261125120000004-, 2026-11-25T13:00:00Z",
        "000000010000000R, 2026-11-25T11:00:00Z",
        "000102030405000R, 2026-12-27T13:04:05Z"
    })
    void readsTimes(String field, Instant time) {
        assertThat(WireTime.parse(field, NOW)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "261325120000000+", "2611251200000000", "26112512000000R"})
    void readsNothingElseAsTime(String field) {
        assertThat(WireTime.parse(field, NOW)).isEmpty();
    }

    @Test
    void writesTimesThatItReads() {
        assertThat(WireTime.parse(WireTime.format(NOW), Instant.EPOCH)).contains(NOW);
    }

    @Test
    void carriesWholeGsmAlphabet() {
        String alphabet = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà\f^{}\\[~]|€";

        assertThat(MessageText.of(alphabet).encoding()).isEqualTo(Encoding.GSM7);
        assertThat(Coding.GSM.decode(Coding.GSM.encode(alphabet))).contains(alphabet);
        assertThat(Coding.GSM.encode("@Δ€")).containsExactly(0x00, 0x10, 0x1B, 0x65);
    }

    @Test
    void readsGsmUnderTheNumberOfAsciiWhereNoAsciiHasItsBytes() {
        assertThat(Coding.ASCII.decode(Coding.GSM.encode("[€] $5"))).contains("[€] $5");
        assertThat(Coding.ASCII.decode("[x] $5\r\n".getBytes(StandardCharsets.US_ASCII)))
                .contains("[x] $5\r\n");
    }

    @Test
    void readsNoGsmAboveSevenBits() {
        assertThat(Coding.GSM.decode(new byte[] {'a', (byte) 0x80})).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, GSM", "1, ASCII", "3, LATIN_1", "8, UCS_2", "-16, GSM", "24, UCS_2"})
    void knowsCodings(byte dataCoding, Coding coding) {
        assertThat(Coding.of(dataCoding)).contains(coding);
    }

    @ParameterizedTest
    @ValueSource(bytes = {2, 4, 5, 14, (byte) 0xF4})
    void knowsWhatIsNoText(byte dataCoding) {
        assertThat(Coding.of(dataCoding)).isEmpty();
    }
}
