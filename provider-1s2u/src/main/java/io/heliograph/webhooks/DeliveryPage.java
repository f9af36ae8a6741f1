package io.heliograph.webhooks;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries, newest first.
 *
 * @param next where the next page begins; null on the last
 */
public record DeliveryPage(
        List<DeliveryLine> lines, @Nullable UUID next) {

    public DeliveryPage {
        lines = List.copyOf(lines);
    }
}
