package io.heliograph.webhooks;

import java.util.UUID;

/** The tenant has no such delivery: somebody else may. */
public final class NoSuchDeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchDeliveryException(UUID deliveryId) {
        super("No delivery " + deliveryId);
    }
}
