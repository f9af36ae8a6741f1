package io.heliograph.dispatch;

import io.heliograph.messages.Message;
import io.heliograph.provider.SubmitResult;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What operators see of the way to 1s2u: {@code heliograph.submit} and {@code heliograph.submit.wait}. */
@Component
class SubmitMeters {

    private final Clock clock;

    SubmitMeters(Clock clock) {
        this.clock = clock;
    }

    /** How long the first message of a request has waited since it was accepted, or since the moment it was asked for. */
    void leaves(OutgoingRequest request) {
        Message first = request.messages().getFirst();
        Instant sendAt = first.instructions().sendAt();
        Instant since = sendAt == null ? first.acceptedAt() : sendAt;
        Duration wait = Duration.between(since, clock.instant());
        Metrics.timer("heliograph.submit.wait", "account", request.account().name())
                .record(wait.isNegative() ? Duration.ZERO : wait);
    }

    /** What 1s2u said to a request, and after how long. */
    void answered(OutgoingRequest request, SubmitResult result, long nanos) {
        Metrics.timer("heliograph.submit", "account", request.account().name(), "answer", kind(result))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Messages whose answer came when they were no longer this node's. */
    void leaseLost(int messages) {
        if (messages > 0) {
            Metrics.counter("heliograph.lease.lost", "of", "messages").increment(messages);
        }
    }

    private static String kind(SubmitResult result) {
        return switch (result) {
            case SubmitResult.Submitted _ -> "taken";
            case SubmitResult.NotSent _ -> "not-sent";
            case SubmitResult.AccountRefused _ -> "account-refused";
            case SubmitResult.Rejected _ -> "rejected";
            case SubmitResult.Uncertain _ -> "uncertain";
        };
    }
}
