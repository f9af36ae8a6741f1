package io.heliograph.portal.webhooks;

import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import io.heliograph.webhooks.DeliveryLine;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.Endpoint;
import io.heliograph.webhooks.EndpointState;

/** How the states of endpoints and deliveries are said. */
final class States {

    private States() {}

    static Status of(Endpoint endpoint) {
        if (endpoint.isFailing()) {
            return new Status("webhooks.endpoint.FAILING", "alert", Tone.BAD, endpoint.failingSince(), true);
        }
        return new Status(
                "webhooks.endpoint." + endpoint.state(),
                iconOf(endpoint.state()),
                toneOf(endpoint.state()),
                endpoint.stateAt(),
                true);
    }

    static Status of(DeliveryLine delivery) {
        return new Status(
                "webhooks.delivery." + delivery.state(),
                iconOf(delivery.state()),
                toneOf(delivery.state()),
                delivery.stateAt());
    }

    private static String iconOf(EndpointState state) {
        return switch (state) {
            case PENDING -> "clock";
            case ON -> "check";
            case OFF -> "pause";
            case DISABLED -> "ban";
            case DELETED -> "cross";
        };
    }

    private static Tone toneOf(EndpointState state) {
        return switch (state) {
            case PENDING -> Tone.DOUBT;
            case ON -> Tone.GOOD;
            case OFF, DELETED -> Tone.IDLE;
            case DISABLED -> Tone.BAD;
        };
    }

    private static String iconOf(DeliveryState state) {
        return switch (state) {
            case PENDING -> "clock";
            case RETRYING -> "refresh";
            case DELIVERED -> "check";
            case FAILED -> "cross";
            case CANCELLED -> "square";
        };
    }

    private static Tone toneOf(DeliveryState state) {
        return switch (state) {
            case PENDING -> Tone.OPEN;
            case RETRYING -> Tone.DOUBT;
            case DELIVERED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case CANCELLED -> Tone.IDLE;
        };
    }
}
