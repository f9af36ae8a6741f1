package io.heliograph.api.webhooks;

import io.heliograph.api.ApiException;
import io.heliograph.api.FieldProblem;
import io.heliograph.webhooks.ReplayScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries to make again: all of an endpoint that failed since a time, or one and all later ones of its endpoint.
 *
 * @param endpointId with {@code failedSince}
 * @param fromDeliveryId instead of both
 */
record ReplayRequest(
        @Nullable UUID endpointId,
        @Nullable Instant failedSince,
        @Nullable UUID fromDeliveryId) {

    ReplayScope scope() {
        if (fromDeliveryId != null && endpointId == null && failedSince == null) {
            return new ReplayScope.From(fromDeliveryId);
        }
        if (fromDeliveryId == null && endpointId != null && failedSince != null) {
            return new ReplayScope.FailedSince(endpointId, failedSince);
        }
        throw ApiException.of(
                List.of(new FieldProblem("", "Give endpointId and failedSince, or fromDeliveryId, and nothing else")));
    }
}
