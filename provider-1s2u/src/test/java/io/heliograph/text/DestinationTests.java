package io.heliograph.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTests {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @ParameterizedTest
    @CsvSource({
        "447700900123, GB",
        "447781234567, GG",
        "447797712345, JE",
        "12015550123, US",
        "15062345678, CA",
        "18765551234, JM",
        "79123456789, RU",
        "77710009998, KZ",
        "393123456789, IT",
        "390669812345, VA",
        "491701234567, DE",
        "60123456756, MY",
        "971501234567, AE",
        "881612345678, ZZ",
        "8005551234567, ZZ",
        "2101234567890, ZZ",
        "9990000000000, ZZ",
        "0123456789, ZZ",
        "+447700900123, ZZ",
        "'', ZZ"
    })
    void namesTheRegion(String msisdn, String region) {
        assertThat(Destination.of(msisdn)).isEqualTo(region);
    }

    @Test
    void agreesWithLibphonenumberOnEveryRegionsExample() {
        List<String> mobiles = NUMBERS.getSupportedRegions().stream()
                .map(region -> NUMBERS.getExampleNumberForType(region, PhoneNumberUtil.PhoneNumberType.MOBILE))
                .filter(number -> number != null)
                .map(number -> NUMBERS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)
                        .substring(1))
                .filter(digits -> Msisdn.parse(digits).isPresent())
                .toList();

        assertThat(mobiles)
                .hasSizeGreaterThan(200)
                .allSatisfy(digits -> assertThat(Destination.of(digits)).isEqualTo(byLibphonenumber(digits)));
    }

    private static String byLibphonenumber(String digits) throws NumberParseException {
        return NUMBERS.getRegionCodeForNumber(NUMBERS.parse("+" + digits, null));
    }
}
