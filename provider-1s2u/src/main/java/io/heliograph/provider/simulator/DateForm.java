package io.heliograph.provider.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How {@code sent_date} is written, in UTC (contract D3). */
public enum DateForm {
    /** {@code 11/23/2026 5:20:15 AM}. */
    AMERICAN("M/d/uuuu h:mm:ss a"),
    /** {@code 2026-11-23T05:20:15Z}. */
    ISO("uuuu-MM-dd'T'HH:mm:ssX"),
    /** {@code 2026-11-23 05:20:15}. */
    PLAIN("uuuu-MM-dd HH:mm:ss"),
    /** {@code 2611230520}. */
    DIGITS("uuMMddHHmm"),
    /** {@code 1795411215}. */
    EPOCH_SECONDS("");

    private final String pattern;

    DateForm(String pattern) {
        this.pattern = pattern;
    }

    String write(Instant at) {
        return this == EPOCH_SECONDS
                ? String.valueOf(at.getEpochSecond())
                : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at.atZone(ZoneOffset.UTC));
    }
}
