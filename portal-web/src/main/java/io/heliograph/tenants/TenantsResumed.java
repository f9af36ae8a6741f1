package io.heliograph.tenants;

import java.util.List;
import java.util.UUID;

/**
 * A tenant was resumed; published inside the transaction that does it.
 *
 * @param goingIds those of its subtree that are not held by another suspension above or among them; may be empty
 */
public record TenantsResumed(UUID tenantId, List<UUID> goingIds) {}
