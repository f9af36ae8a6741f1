package io.heliograph.webhooks;

import java.util.UUID;

/** What was asked for can't be done with the endpoint in the state it is in. */
public final class EndpointStateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final EndpointState state;

    EndpointStateException(UUID endpointId, EndpointState state) {
        super("Endpoint " + endpointId + " is " + state);
        this.state = state;
    }

    /** The state it is in. */
    public EndpointState state() {
        return state;
    }
}
