package io.heliograph.text;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a number is at home. */
public final class Destination {

    /** A number of no known region. */
    public static final String UNKNOWN = "ZZ";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_CALLING_CODE = 3;
    private static final String NO_REGION = "001";

    /** Regions by calling code, the main one first. */
    private static final Map<String, List<String>> REGIONS = new HashMap<>();

    static {
        NUMBERS.getSupportedCallingCodes()
                .forEach(code -> REGIONS.put(code.toString(), NUMBERS.getRegionCodesForCountryCode(code)));
    }

    private Destination() {}

    /**
     * The ISO 3166 region of {@code msisdn}, by libphonenumber; {@link #UNKNOWN} for none, or for an international
     * network. Where several regions share a calling code and none owns the number, it is the main one.
     */
    public static String of(String msisdn) {
        if (!Msisdn.isInForm(msisdn)) {
            return UNKNOWN;
        }
        for (int digits = 1; digits <= LONGEST_CALLING_CODE; digits++) {
            List<String> regions = REGIONS.get(msisdn.substring(0, digits));
            if (regions != null) {
                return regions.size() == 1 ? known(regions.getFirst()) : shared(msisdn, digits, regions.getFirst());
            }
        }
        return UNKNOWN;
    }

    private static String shared(String msisdn, int codeDigits, String main) {
        String national = msisdn.substring(codeDigits);
        int zeros = national.length() - national.replaceFirst("^0+", "").length();
        PhoneNumber number = new PhoneNumber()
                .setCountryCode(Integer.parseInt(msisdn.substring(0, codeDigits)))
                .setNationalNumber(Long.parseLong(national))
                .setItalianLeadingZero(zeros > 0)
                .setNumberOfLeadingZeros(zeros);
        String region = NUMBERS.getRegionCodeForNumber(number);
        return known(region == null ? main : region);
    }

    private static String known(@Nullable String region) {
        return region == null || region.equals(NO_REGION) ? UNKNOWN : region;
    }
}
