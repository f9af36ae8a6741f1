package io.heliograph.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of {@code sent_date} (contract D3); a time without a zone is UTC. */
final class SentDates {

    private static final DateTimeFormatter AMERICAN = ofPattern("M/d/uuuu h:mm:ss a");
    private static final DateTimeFormatter DIGITS = ofPattern("uuMMddHHmm");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{9,11}");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private SentDates() {}

    /** {@code at} as 1s2u writes it, in UTC. */
    static String format(Instant at) {
        return AMERICAN.format(at.atZone(ZoneOffset.UTC));
    }

    /**
     * The time that {@code raw} names; empty for no known form. Ten digits can be read in two ways, and the time closer
     * to {@code receivedAt} is taken.
     */
    static Optional<Instant> parse(String raw, Instant receivedAt) {
        String text = BLANKS.matcher(raw.strip()).replaceAll(" ");
        List<Instant> readings = new ArrayList<>();
        for (DateTimeFormatter form : List.of(AMERICAN, ISO, DIGITS)) {
            read(form, text).ifPresent(readings::add);
        }
        if (SECONDS.matcher(text).matches()) {
            readings.add(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        return readings.stream()
                .filter(SentDates::isPlausible)
                .min(Comparator.comparing(at -> Duration.between(at, receivedAt).abs()));
    }

    private static Optional<Instant> read(DateTimeFormatter form, String text) {
        try {
            TemporalAccessor read = form.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof ZonedDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(read).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(Instant at) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static DateTimeFormatter ofPattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }
}
