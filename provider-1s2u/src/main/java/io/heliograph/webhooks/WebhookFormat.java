package io.heliograph.webhooks;

import java.util.Arrays;

/** What is posted to an endpoint. */
public enum WebhookFormat {
    /** JSON, as Standard Webhooks says. */
    STANDARD("STANDARD"),
    /** A JSON array of these, each with its id: up to 100 events, or those of a quarter of a second, in one request. */
    BATCH("BATCH"),
    /** The five form fields of a delivery report, exactly as 1s2u posts them (contract D1). */
    ONE_S2U("1S2U");

    private final String code;

    WebhookFormat(String code) {
        this.code = code;
    }

    /** The name in forms, APIs and the database. */
    public String code() {
        return code;
    }

    /**
     * The format of a {@link #code}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static WebhookFormat of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No webhook format: " + code));
    }
}
