package io.heliograph.webhooks;

import java.util.List;

/**
 * A delivery with all that was tried.
 *
 * @param payload the event's JSON; what each attempt sent is kept with the attempt
 * @param attempts in their order
 */
public record Delivery(DeliveryLine line, String payload, List<Attempt> attempts) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }
}
