package io.heliograph.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1                             | PT1S
                    ' 120 '                       | PT2M
                    86400                         | PT24H
                    86401                         | PT24H
                    99999999999999999999          | PT24H
                    Mon, 23 Nov 2026 10:00:30 GMT | PT30S
                    Fri, 25 Dec 2026 10:00:00 GMT | PT24H
                    """)
    void readsSecondsAndDatesUpToADay(String value, Duration expected) {
        assertThat(RetryAfter.parse(value, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "Mon, 23 Nov 2026 09:59:59 GMT", "٣"})
    void readsNothingElse(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
