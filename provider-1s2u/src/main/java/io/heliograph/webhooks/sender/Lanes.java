package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.EndpointKey;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes of this node, one for each endpoint that had something to deliver. */
final class Lanes {

    private final Map<EndpointKey, Lane> lanes = new ConcurrentHashMap<>();
    private final Workshop workshop;

    Lanes(Workshop workshop) {
        this.workshop = workshop;
    }

    void wake(Collection<EndpointKey> endpoints) {
        endpoints.forEach(endpoint ->
                lanes.computeIfAbsent(endpoint, key -> new Lane(key, workshop)).wake());
    }
}
