package io.heliograph.provider.simulator;

import java.util.stream.Stream;

/** What a number's last four digits decide when it is looked up. */
public enum HlrNumber {
    ABSENT("0001", "Absent Subscriber", "001", "27", "Absent"),
    UNKNOWN("0002", "Unknown Subscriber", "002", "1", "Dead"),
    /** {@code MSISDN value format is incorrect.} */
    REFUSED("0003", "", "", "", ""),
    BARRED("0004", "Call Barred", "001", "001", "Call Barred"),
    /** HTTP 503 twice, then live. */
    UNAVAILABLE_TWICE("0005", "Live", "0", "0", "Live"),
    /** No answer the first time, then live. */
    SILENT_ONCE("0006", "Live", "0", "0", "Live"),
    /** Never an answer. */
    SILENT("0007", "", "", "", ""),
    /** Live, with another network than its first, abroad. */
    PORTED("0008", "Live", "0", "0", "Live"),
    NO_MESSAGES("0009", "SMS Tele Service Not Provisioned", "002", "11", "No Teleservice"),
    INCONCLUSIVE("0010", "Service Failure", "003", "5", "Inconclusive"),
    REJECTED("0011", "Unknown user", "004", "004", "Unknown user"),
    /** Every other number. */
    LIVE("", "Live", "0", "0", "Live");

    private final String lastDigits;
    private final String error;
    private final String code;
    private final String seenCode;
    private final String seenError;

    HlrNumber(String lastDigits, String error, String code, String seenCode, String seenError) {
        this.lastDigits = lastDigits;
        this.error = error;
        this.code = code;
        this.seenCode = seenCode;
        this.seenError = seenError;
    }

    static HlrNumber of(String msisdn) {
        return Stream.of(values())
                .filter(kind -> msisdn.endsWith(kind.lastDigits))
                .findFirst()
                .orElseThrow();
    }

    String error(HlrForm form) {
        return form == HlrForm.PAGE ? error : seenError;
    }

    String code(HlrForm form) {
        return form == HlrForm.PAGE ? code : seenCode;
    }

    /** The word beside the code. */
    String status() {
        return switch (this) {
            case UNAVAILABLE_TWICE, SILENT_ONCE, PORTED, LIVE -> "Delivered";
            case REJECTED, INCONCLUSIVE -> "Rejected";
            case ABSENT, UNKNOWN, REFUSED, BARRED, SILENT, NO_MESSAGES -> "Undelivered";
        };
    }
}
