package io.heliograph.webhooks;

import java.util.UUID;

/** The tenant has no such endpoint: somebody else may. */
public final class NoSuchEndpointException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchEndpointException(UUID endpointId) {
        super("No endpoint " + endpointId);
    }
}
