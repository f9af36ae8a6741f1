package io.heliograph.smpp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times of SMPP 3.4 (7.1.1): {@code YYMMDDhhmmsstnnp}, absolute with {@code +} or {@code -}, relative with {@code R}. */
public final class WireTime {

    private static final Pattern FORM =
            Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d)(\\d\\d)([-+R])");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuMMddHHmmss'000+'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int QUARTER_SECONDS = 15 * 60;

    private WireTime() {}

    /** The time that {@code field} names, seen from {@code now}; empty when it is in neither form. */
    public static Optional<Instant> parse(String field, Instant now) {
        Matcher form = FORM.matcher(field);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.group(9).equals("R") ? relative(form, now) : absolute(form));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** {@code at} in UTC. */
    public static String format(Instant at) {
        return WRITTEN.format(at);
    }

    private static Instant relative(Matcher form, Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .plus(Period.of(number(form, 1), number(form, 2), number(form, 3)))
                .plusHours(number(form, 4))
                .plusMinutes(number(form, 5))
                .plusSeconds(number(form, 6))
                .toInstant();
    }

    private static Instant absolute(Matcher form) {
        int quarters = number(form, 8) * (form.group(9).equals("-") ? -1 : 1);
        return LocalDateTime.of(
                        2000 + number(form, 1),
                        number(form, 2),
                        number(form, 3),
                        number(form, 4),
                        number(form, 5),
                        number(form, 6))
                .toInstant(ZoneOffset.ofTotalSeconds(quarters * QUARTER_SECONDS));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
