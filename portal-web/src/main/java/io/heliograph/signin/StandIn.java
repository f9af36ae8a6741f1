package io.heliograph.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Who really is at the other end, where somebody has signed in as a person below them.
 *
 * @param until when it ends by itself
 */
public record StandIn(UUID userId, UUID tenantId, String name, String tenantName, Instant until)
        implements Serializable {

    private static final long serialVersionUID = 1;
}
