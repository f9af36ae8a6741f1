package io.heliograph.provider.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.smpp.WireAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTests {

    @ParameterizedTest(name = "{0}: {1}/{2}")
    @CsvSource({
        "Alpine, 5, 0, Alpine", // M1
        "12, 0, 1, 12",
        "123, 3, 0, 123", // M2, M6
        "12345678, 3, 0, 12345678",
        "123456789, 0, 1, 123456789", // M5
        "+447700900123, 1, 1, 447700900123" // M3
    })
    void tellTypeAndPlanOfSender(String sender, byte ton, byte npi, String value) {
        assertThat(Addresses.sender(sender)).isEqualTo(new WireAddress(ton, npi, value));
    }

    @ParameterizedTest
    @CsvSource({"447700900123, 0, 1, 447700900123", "+447700900123, 1, 1, 447700900123"}) // M5, M4
    void tellTypeAndPlanOfRecipient(String recipient, byte ton, byte npi, String value) {
        assertThat(Addresses.recipient(recipient)).isEqualTo(new WireAddress(ton, npi, value));
    }
}
