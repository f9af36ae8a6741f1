package io.heliograph.webhooks;

import java.util.UUID;

/** The tenant has no such delivery: somebody else may. */
public final class DeliveryNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeliveryNotFoundException(UUID deliveryId) {
        super("No delivery " + deliveryId);
    }
}
