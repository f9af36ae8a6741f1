package io.heliograph.api.webhooks;

import io.heliograph.api.ApiException;
import io.heliograph.api.ErrorCode;
import io.heliograph.webhooks.DeliveryFilter;
import io.heliograph.webhooks.DeliveryState;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deliveries a caller wants to see; what is null does not narrow. */
record DeliveryQuery(
        @Nullable UUID endpoint,
        @Nullable String state,
        @Nullable UUID event,
        @Nullable UUID message,
        @Nullable UUID cursor,
        @Nullable Integer limit) {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    DeliveryFilter filter() {
        return new DeliveryFilter(endpoint, state == null ? null : state(state), event, message);
    }

    int size() {
        int wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > MOST) {
            throw new ApiException(ErrorCode.MALFORMED_PARAMETER, "limit is 1 to " + MOST);
        }
        return wanted;
    }

    private static DeliveryState state(String word) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new ApiException(ErrorCode.MALFORMED_PARAMETER, "There is no state " + word));
    }
}
