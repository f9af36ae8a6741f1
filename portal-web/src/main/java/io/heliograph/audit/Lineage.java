package io.heliograph.audit;

import java.util.List;
import java.util.UUID;

/** Knows which tenants may read of another. */
@FunctionalInterface
public interface Lineage {

    /** The tenant and all above it. */
    List<UUID> upwards(UUID tenantId);
}
