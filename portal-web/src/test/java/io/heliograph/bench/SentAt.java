package io.heliograph.bench;

import io.heliograph.processes.Figures;
import io.heliograph.processes.Latencies;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** How long messages take to 1s2u, by a time in their texts: when their customer's program sent them. */
final class SentAt {

    private static final String MARK = "+Sent+at+";
    private static final int DIGITS = 16;

    private Latencies ages = new Latencies();
    private long aged;

    /** To be added to a text in a form: the time in microseconds. */
    static String now() {
        return MARK + micros();
    }

    /** Counts this form if its text has a time. */
    synchronized void read(String form) {
        int at = form.indexOf(MARK);
        if (at >= 0) {
            int from = at + MARK.length();
            long sent = Long.parseLong(form, from, from + DIGITS, 10);
            ages.add((micros() - sent) * 1_000);
            aged++;
        }
    }

    synchronized Figures figures() {
        return Figures.of(Map.of(
                "aged", aged,
                "ageP50", ages.millis(0.5),
                "ageP95", ages.millis(0.95),
                "ageP99", ages.millis(0.99)));
    }

    synchronized void reset() {
        ages = new Latencies();
        aged = 0;
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
