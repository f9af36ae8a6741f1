package io.heliograph.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint does.
 *
 * @param succeeded attempts that it took, in this hour and the 23 before
 * @param failed attempts that failed in that time
 * @param medianAnswer the median time to its answers, over the attempts of its last 100 deliveries
 * @param last what the last attempt came to, ever
 * @param nextTryAt when it is called next, as far as is known
 */
public record EndpointFigures(
        long succeeded,
        long failed,
        @Nullable Duration medianAnswer,
        @Nullable LastAttempt last,
        @Nullable Instant nextTryAt) {

    /**
     * An attempt.
     *
     * @param status the answer's HTTP status, if there was an answer
     * @param error why it failed, in words; null if it didn't
     */
    public record LastAttempt(
            Instant at, @Nullable Integer status, @Nullable String error) {}
}
