package io.heliograph.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as a line of a list.
 *
 * @param tries how often it was tried
 * @param lastStatus the HTTP status of the last answer, if there was one
 * @param lastError why the last try failed, in words; null if it didn't
 * @param nextTryAt when it is tried next, null if it isn't
 * @param createdAt when the event happened
 */
public record DeliveryLine(
        UUID id,
        UUID endpointId,
        UUID eventId,
        String eventType,
        @Nullable UUID messageId,
        DeliveryState state,
        Instant stateAt,
        int tries,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant nextTryAt,
        Instant createdAt) {}
