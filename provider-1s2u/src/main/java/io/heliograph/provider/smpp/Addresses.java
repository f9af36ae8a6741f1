package io.heliograph.provider.smpp;

import io.heliograph.smpp.WireAddress;
import java.util.regex.Pattern;

/** Type and plan of senders and recipients (contract M1 to M6). */
final class Addresses {

    private static final byte UNKNOWN = 0;
    private static final byte INTERNATIONAL = 1;
    private static final byte SHORT_CODE = 3;
    private static final byte ALPHANUMERIC = 5;
    private static final byte NO_PLAN = 0;
    private static final byte ISDN = 1;

    /** Contract M6. */
    private static final Pattern SHORT = Pattern.compile("[0-9]{3,8}");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private Addresses() {}

    static WireAddress sender(String sender) {
        if (sender.startsWith("+")) {
            return new WireAddress(INTERNATIONAL, ISDN, sender.substring(1));
        }
        if (SHORT.matcher(sender).matches()) {
            return new WireAddress(SHORT_CODE, NO_PLAN, sender);
        }
        return DIGITS.matcher(sender).matches()
                ? new WireAddress(UNKNOWN, ISDN, sender)
                : new WireAddress(ALPHANUMERIC, NO_PLAN, sender);
    }

    /** Our numbers have no plus, so they are of the unknown type (contract M5). */
    static WireAddress recipient(String msisdn) {
        return msisdn.startsWith("+")
                ? new WireAddress(INTERNATIONAL, ISDN, msisdn.substring(1))
                : new WireAddress(UNKNOWN, ISDN, msisdn);
    }
}
