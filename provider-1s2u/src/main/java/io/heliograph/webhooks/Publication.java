package io.heliograph.webhooks;

import java.util.List;
import java.util.UUID;

/** An event and the tenants it is told to. */
public record Publication(List<UUID> tenantIds, NewEvent event) {

    public Publication {
        tenantIds = List.copyOf(tenantIds);
    }
}
