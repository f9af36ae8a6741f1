package io.heliograph.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The texts that refuse a lookup (contract H2), in the order in which the first that applies is answered. */
public enum HlrError {
    BAD_NUMBER("MSISDN value format is incorrect."),
    NO_PASSWORD("Invalid Password Parameter"),
    NO_USERNAME("Username input is not valid."),
    WRONG_CREDENTIALS("HLR credentials are incorrect."),
    NOT_ENOUGH_CREDITS("Insufficient hlr credits.");

    /** What comes with HTTP 429. */
    public static final String TOO_MANY_REQUESTS = "API calls quota exceeded! maximum admitted 30 per 1s/.";

    private final String text;

    HlrError(String text) {
        this.text = text;
    }

    /** As it is on the wire. */
    public String text() {
        return text;
    }

    /** The error of this text, capitals, a dot at the end and blanks around it aside. */
    static Optional<HlrError> of(String text) {
        String bare = bare(text);
        return Arrays.stream(values())
                .filter(error -> bare(error.text).equals(bare))
                .findFirst();
    }

    private static String bare(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
