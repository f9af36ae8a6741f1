package io.heliograph.api.webhooks;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.heliograph.api.Words;
import io.heliograph.webhooks.Attempt;
import io.heliograph.webhooks.Delivery;
import io.heliograph.webhooks.DeliveryLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param event what the endpoint is told, as JSON; not in lists
 * @param attempts what was tried, in order; not in lists
 */
record DeliveryView(
        UUID id,
        UUID endpointId,
        UUID eventId,
        String eventType,
        @Nullable UUID messageId,
        String state,
        Instant stateAt,
        int tries,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant nextTryAt,
        Instant createdAt,
        @JsonRawValue @Nullable String event,
        @Nullable List<AttemptView> attempts) {

    /** One exchange. */
    record AttemptView(
            int number,
            Instant startedAt,
            long durationMs,
            String url,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String responseBody) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.startedAt(),
                    attempt.duration().toMillis(),
                    attempt.url(),
                    attempt.status(),
                    attempt.error(),
                    attempt.responseBody());
        }
    }

    static DeliveryView of(Delivery delivery) {
        return of(
                delivery.line(),
                delivery.payload(),
                delivery.attempts().stream().map(AttemptView::of).toList());
    }

    static DeliveryView of(DeliveryLine line) {
        return of(line, null, null);
    }

    private static DeliveryView of(DeliveryLine line, @Nullable String event, @Nullable List<AttemptView> attempts) {
        return new DeliveryView(
                line.id(),
                line.endpointId(),
                line.eventId(),
                line.eventType(),
                line.messageId(),
                Words.of(line.state()),
                line.stateAt(),
                line.tries(),
                line.lastStatus(),
                line.lastError(),
                line.nextTryAt(),
                line.createdAt(),
                event,
                attempts);
    }
}
