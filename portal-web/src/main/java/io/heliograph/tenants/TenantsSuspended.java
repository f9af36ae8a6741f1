package io.heliograph.tenants;

import java.util.List;
import java.util.UUID;

/**
 * A tenant was suspended, and with it all below it; published inside the transaction that does it.
 *
 * @param stoppedIds the tenant and its whole subtree
 */
public record TenantsSuspended(UUID tenantId, List<UUID> stoppedIds) {}
