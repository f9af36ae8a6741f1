package io.heliograph.webhooks.sender;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a failed delivery is tried again: nine times over three days, each a little off so that they don't come in waves. */
final class RetrySchedule {

    static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double JITTER = 0.1;

    private final RandomGenerator random;

    RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The time to wait after a failure; empty if it was the last.
     *
     * @param failures how many there have been, this one included
     * @param retryAfter how long the receiver asks to be left alone, which is then the least
     */
    Optional<Duration> afterFailure(int failures, @Nullable Duration retryAfter) {
        if (failures > DELAYS.size()) {
            return Optional.empty();
        }
        double factor = random.nextDouble(1 - JITTER, 1 + JITTER);
        Duration wait = Duration.ofMillis(Math.round(DELAYS.get(failures - 1).toMillis() * factor));
        return Optional.of(retryAfter == null || wait.compareTo(retryAfter) > 0 ? wait : retryAfter);
    }
}
