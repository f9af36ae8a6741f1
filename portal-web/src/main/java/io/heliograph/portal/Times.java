package io.heliograph.portal;

import io.heliograph.signin.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Moments and days in the reader's zone, in words. */
@Component
class Times {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT);

    private final Words words;
    private final Clock clock;

    Times(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** The zone of the person whose page it is; UTC before the sign-in. */
    ZoneId zone() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who.zone()
                : ZoneOffset.UTC;
    }

    String now() {
        return sentence(clock.instant());
    }

    String sentence(Instant at) {
        ZonedDateTime here = at.atZone(zone());
        return words.of("time.day-at", day(here.toLocalDate()), clockTime(here));
    }

    String compact(Instant at) {
        ZonedDateTime here = at.atZone(zone());
        boolean today = here.toLocalDate().equals(today());
        return today ? clockTime(here) : words.of("time.day-short", day(here.toLocalDate()), clockTime(here));
    }

    String exact(Instant at) {
        ZonedDateTime here = at.atZone(zone());
        return pattern("d MMMM yyyy, HH:mm:ss").format(here) + " " + zone().getId();
    }

    String utc(Instant at) {
        return UTC.format(at.atOffset(ZoneOffset.UTC));
    }

    String day(LocalDate day) {
        LocalDate today = today();
        if (day.equals(today)) {
            return words.of("time.today");
        }
        if (day.equals(today.minusDays(1))) {
            return words.of("time.yesterday");
        }
        if (day.equals(today.plusDays(1))) {
            return words.of("time.tomorrow");
        }
        return pattern(day.getYear() == today.getYear() ? "d MMMM" : "d MMMM yyyy")
                .format(day);
    }

    String length(Duration length) {
        if (length.toDays() > 0) {
            return words.of("time.days", length.toDays(), length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return words.of("time.hours", length.toHours(), length.toMinutesPart());
        }
        if (length.toMinutes() > 0) {
            return words.of("time.minutes", length.toMinutes());
        }
        return length.toSeconds() > 0
                ? words.of("time.seconds", length.toSeconds())
                : words.of("time.milliseconds", length.toMillis());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private static String clockTime(ZonedDateTime at) {
        return pattern("HH:mm").format(at);
    }

    private static DateTimeFormatter pattern(String pattern) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
