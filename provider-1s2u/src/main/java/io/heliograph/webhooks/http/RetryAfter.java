package io.heliograph.webhooks.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the {@code Retry-After} header: seconds or an HTTP date (RFC 9110), at most 24 hours. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofHours(24);
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** The time to wait from {@code now} on; empty if the value can't be read or is over already. */
    static Optional<Duration> parse(String value, Instant now) {
        return read(value.strip(), now)
                .filter(Duration::isPositive)
                .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait);
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(value.length() > MOST_DIGITS ? MOST : Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
