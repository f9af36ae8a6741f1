package io.heliograph.portal.webhooks;

import io.heliograph.portal.Live;
import io.heliograph.portal.Status;
import io.heliograph.webhooks.Attempt;
import io.heliograph.webhooks.Delivery;
import io.heliograph.webhooks.DeliveryLine;
import io.heliograph.webhooks.EndpointState;
import io.heliograph.webhooks.TestEvents;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with its tries.
 *
 * @param chosen the try that is open: the one that was asked for, or the newest; null before the first
 * @param pinned its number if it was asked for, so that it stays open when another comes
 * @param curl the open try as a command; null where not all that it sent was kept
 * @param now when this was read
 */
record DeliveryView(
        Delivery delivery,
        Status status,
        EndpointLine endpoint,
        @Nullable Attempt chosen,
        @Nullable Integer pinned,
        @Nullable String curl,
        boolean mayChange,
        Instant now) {

    static DeliveryView of(
            Delivery delivery, EndpointLine endpoint, @Nullable Integer number, boolean mayChange, Instant now) {
        Attempt chosen = delivery.attempts().stream()
                .filter(attempt -> number != null && attempt.number() == number)
                .findFirst()
                .or(() -> delivery.attempts().reversed().stream().findFirst())
                .orElse(null);
        return new DeliveryView(
                delivery,
                States.of(delivery.line()),
                endpoint,
                chosen,
                number,
                chosen == null || chosen.isRequestCut() ? null : Curl.of(chosen),
                mayChange,
                now);
    }

    /** Whether it can be made again now. */
    public boolean mayReplay() {
        return mayChange && endpoint.endpoint().state() == EndpointState.ON;
    }

    /** Whether it told of nothing, and was sent to try the endpoint. */
    public boolean isTest() {
        return delivery.line().eventType().equals(TestEvents.TYPE);
    }

    /** The event's JSON with line breaks. */
    public String payload() {
        return Json.pretty(delivery.payload());
    }

    /** What the open try was answered, with line breaks if it is JSON. */
    public String answer() {
        return chosen == null || chosen.responseBody() == null ? "" : Json.pretty(chosen.responseBody());
    }

    /** What the open try sent, with line breaks if it is JSON. */
    public String sent() {
        return chosen == null ? "" : Json.pretty(chosen.requestBody());
    }

    /** Looks by when the next try is, as tries are up to hours apart and nothing happens between them. */
    public Live live() {
        DeliveryLine line = delivery.line();
        if (line.state().isFinal()) {
            return Live.over(List.of(line));
        }
        Instant happens = line.nextTryAt() == null ? line.stateAt() : line.nextTryAt();
        return Live.at(
                "/webhooks/deliveries/" + line.id() + "/live?attempt=" + (chosen == null ? "" : chosen.number()),
                Live.seconds(happens, now),
                List.of(line));
    }
}
