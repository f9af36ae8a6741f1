package io.heliograph.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many deliveries that are queued again in the background, oldest first.
 *
 * @param failedOnly whether only those that failed
 * @param since the time of the first event
 * @param total how many there were when it was asked for
 * @param queued how many of them are queued so far
 * @param finishedAt when the last was queued; null while it goes on
 */
public record Replay(
        UUID id,
        UUID endpointId,
        boolean failedOnly,
        Instant since,
        int total,
        int queued,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
