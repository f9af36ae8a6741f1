package io.heliograph.bulksms;

/** The answers that refuse a call (contract S7), in the order in which they are given when several apply (S8). */
enum Code {
    TEMPORARILY_UNAVAILABLE("0000"),
    PARAMETER_MISSING("000"),
    WRONG_CREDENTIALS("00"),
    WRONG_TYPE("0051"),
    WRONG_SENDER("0030"),
    TOO_MANY_NUMBERS("0066"),
    WRONG_NUMBER("0041"),
    NO_NETWORK("0042"),
    WRONG_TEXT("0050"),
    NOT_ENOUGH_CREDITS("0020");

    private final String text;

    Code(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
