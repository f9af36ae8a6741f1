package io.heliograph.webhooks;

import java.util.Comparator;
import java.util.UUID;

/** Whose endpoint, and which. */
public record EndpointKey(UUID tenantId, UUID endpointId) implements Comparable<EndpointKey> {

    private static final Comparator<EndpointKey> ORDER =
            Comparator.comparing(EndpointKey::tenantId).thenComparing(EndpointKey::endpointId);

    @Override
    public int compareTo(EndpointKey other) {
        return ORDER.compare(this, other);
    }
}
