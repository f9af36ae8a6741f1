package io.heliograph.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heliograph.text.TypedNumber.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTests {

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "447700900123", "123456789012345678"})
    void s4TakesTenToEighteenDigits(String digits) {
        assertThat(Msisdn.parse(digits)).contains(new Msisdn(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789",
                "1234567890123456789",
                "+447700900123",
                "00447700900123",
                "44 7700900123",
                "44770090012a",
                "٤٤٧٧٠٠٩٠٠١٢٣"
            })
    void s4RefusesEverythingElse(String typed) {
        assertThat(Msisdn.parse(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Msisdn(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "447700900123",
                "+447700900123",
                "+44 7700 900123",
                "0044 7700 900 123",
                "(+44) 7700-900.123",
                "+44 (0) 7700 900123",
                "+44(0)7700/900123",
                "0044 (0)7700 900123",
                "+44–7700–900123",
                "\u202A+44 7700 900123\u202C",
                "+44\u00A07700\u00A0900123",
                "+٤٤ ٧٧٠٠ ٩٠٠١٢٣",
                "447700900123.0",
                "447700900123.00"
            })
    void readsWhatPeopleType(String typed) {
        assertThat(TypedNumber.read(typed)).isEqualTo(new TypedNumber.Usable(new Msisdn("447700900123")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_A_NUMBER",
        "Ana, NOT_A_NUMBER",
        "+, NOT_A_NUMBER",
        "44+7700900123, NOT_A_NUMBER",
        "07700 900123, NO_COUNTRY_CODE",
        "+07700900123, NO_COUNTRY_CODE",
        "000447700900123, NO_COUNTRY_CODE",
        "123456789, TOO_SHORT",
        "+44 7700, TOO_SHORT",
        "1234567890123456789, TOO_LONG",
        "4.47E+11, SHORTENED_BY_SPREADSHEET",
        "447E9, SHORTENED_BY_SPREADSHEET"
    })
    void saysWhyANumberCannotBeUsed(String typed, Reason reason) {
        assertThat(TypedNumber.read(typed)).isEqualTo(new TypedNumber.Unusable(reason));
    }

    @Test
    void readsAPastedBlock() {
        Recipients recipients = Recipients.parse("""
                +44 7700 900123
                447700900124, 00447700900123;Ana

                07700 900125
                447700900124\t447700900126,
                """);

        assertThat(recipients.ready())
                .extracting(Msisdn::digits)
                .containsExactly("447700900123", "447700900124", "447700900126");
        assertThat(recipients.repeated()).isEqualTo(2);
        assertThat(recipients.unusable())
                .containsExactly(
                        new Recipients.Unusable(2, "Ana", Reason.NOT_A_NUMBER),
                        new Recipients.Unusable(4, "07700 900125", Reason.NO_COUNTRY_CODE));
        assertThat(recipients.total()).isEqualTo(7);
    }

    @Test
    void readsAnEmptyBlock() {
        assertThat(Recipients.parse(" \n,;\r\n").total()).isZero();
    }
}
