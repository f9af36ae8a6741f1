package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.DeliveryState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome means for its delivery.
 *
 * @param failures since it was published or replayed
 * @param retryAfter when it is tried again; null if it isn't
 */
record Verdict(
        Outcome outcome,
        DeliveryState state,
        int failures,
        @Nullable Duration retryAfter) {

    static Verdict of(Outcome outcome, RetrySchedule schedule) {
        if (outcome.isSuccess()) {
            return new Verdict(outcome, DeliveryState.DELIVERED, 0, null);
        }
        int failures = outcome.claim().failures() + 1;
        if (outcome.isGone()) {
            return new Verdict(outcome, DeliveryState.FAILED, failures, null);
        }
        return schedule.afterFailure(failures, outcome.retryAfter())
                .map(wait -> new Verdict(outcome, DeliveryState.RETRYING, failures, wait))
                .orElseGet(() -> new Verdict(outcome, DeliveryState.FAILED, failures, null));
    }

    @Nullable
    Long retryAfterMicros() {
        return retryAfter == null ? null : (Long) (retryAfter.toNanos() / 1000);
    }
}
