package io.heliograph.portal.prices;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;

/** Names for number prefixes. */
final class Destinations {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_CODE = 3;
    private static final String NO_COUNTRY = "001";

    private Destinations() {}

    /** The country that a prefix starts with, in the reader's language; where several share the code, the largest. */
    static Optional<String> country(String prefix) {
        for (int digits = 1; digits <= Math.min(LONGEST_CODE, prefix.length()); digits++) {
            int code = Integer.parseInt(prefix.substring(0, digits));
            if (NUMBERS.getSupportedCallingCodes().contains(code)) {
                String region = NUMBERS.getRegionCodeForCountryCode(code);
                return region.equals(NO_COUNTRY)
                        ? Optional.empty()
                        : Optional.of(Locale.of("", region).getDisplayCountry(LocaleContextHolder.getLocale()));
            }
        }
        return Optional.empty();
    }
}
