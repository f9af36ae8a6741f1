package io.heliograph.portal.webhooks;

import io.heliograph.webhooks.Deliveries;
import io.heliograph.webhooks.Delivery;
import io.heliograph.webhooks.Endpoint;
import io.heliograph.webhooks.EndpointState;
import io.heliograph.webhooks.Endpoints;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The tenant's own endpoints and deliveries; anybody else's are a 404. */
@Component
class Found {

    private final Endpoints endpoints;
    private final Deliveries deliveries;

    Found(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /** An endpoint, also one that is deleted. */
    Endpoint endpoint(UUID tenantId, UUID id) {
        return endpoints.find(tenantId, id).orElseThrow(Found::notFound);
    }

    /** An endpoint that can still be changed. */
    Endpoint living(UUID tenantId, UUID id) {
        Endpoint endpoint = endpoint(tenantId, id);
        if (endpoint.state() == EndpointState.DELETED) {
            throw notFound();
        }
        return endpoint;
    }

    Delivery delivery(UUID tenantId, UUID id) {
        return deliveries.find(tenantId, id).orElseThrow(Found::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
