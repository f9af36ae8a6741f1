package io.heliograph.portal.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period of UTC days as the address has it.
 *
 * @param to inclusive
 */
record Period(LocalDate from, LocalDate to) {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 400;

    /** What the address says; the last 30 days where it says nothing that can be read; never more than 400 days. */
    static Period of(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate end = read(to, today);
        LocalDate start = read(from, end.minusDays(DEFAULT_DAYS - 1L));
        if (start.isAfter(end)) {
            start = end;
        }
        LocalDate earliest = end.minusDays(MOST_DAYS - 1L);
        return new Period(start.isBefore(earliest) ? earliest : start, end);
    }

    /** Ready ones, to choose by one click. */
    static List<Choice> choices(LocalDate today, Period chosen) {
        YearMonth month = YearMonth.from(today);
        YearMonth before = month.minusMonths(1);
        return List.of(
                new Choice("days", new Period(today.minusDays(DEFAULT_DAYS - 1L), today), chosen),
                new Choice("month", new Period(month.atDay(1), today), chosen),
                new Choice("last-month", new Period(before.atDay(1), before.atEndOfMonth()), chosen));
    }

    public String query() {
        return "from=" + from + "&to=" + to;
    }

    /** A ready period; {@code key} ends its key in the messages. */
    record Choice(String key, Period period, boolean current) {
        Choice(String key, Period period, Period chosen) {
            this(key, period, period.equals(chosen));
        }
    }

    private static LocalDate read(@Nullable String day, LocalDate otherwise) {
        if (day == null) {
            return otherwise;
        }
        try {
            LocalDate read = LocalDate.parse(day.strip());
            return read.getYear() < 2000 || read.getYear() > 2999 ? otherwise : read;
        } catch (DateTimeParseException _) {
            return otherwise;
        }
    }
}
