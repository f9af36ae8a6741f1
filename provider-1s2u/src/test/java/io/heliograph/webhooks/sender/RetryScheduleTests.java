package io.heliograph.webhooks.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTests {

    private final RetrySchedule schedule = new RetrySchedule(new Random());

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT5H", "6, PT10H", "7, PT14H", "8, PT20H", "9, PT24H"})
    void triesAgainAfterEachFailure(int failures, Duration expected) {
        Duration wait = schedule.afterFailure(failures, null).orElseThrow();

        assertThat(wait)
                .isBetween(
                        expected.multipliedBy(9).dividedBy(10),
                        expected.multipliedBy(11).dividedBy(10));
    }

    @Test
    void givesUpAfterTheTenth() {
        assertThat(schedule.afterFailure(10, null)).isEmpty();
        assertThat(schedule.afterFailure(10, Duration.ofSeconds(1))).isEmpty();
    }

    @RepeatedTest(20)
    void isNeverEarlierThanTheReceiverAsks() {
        assertThat(schedule.afterFailure(1, Duration.ofSeconds(60))).contains(Duration.ofSeconds(60));
        assertThat(schedule.afterFailure(2, Duration.ofSeconds(60)).orElseThrow())
                .isGreaterThan(Duration.ofMinutes(4));
    }

    @Test
    void spreadsWhatFailedTogether() {
        long different = new Random(1)
                .ints(50)
                .mapToObj(seed -> new RetrySchedule(new Random(seed)).afterFailure(3, null))
                .distinct()
                .count();

        assertThat(different).isGreaterThan(40);
    }
}
