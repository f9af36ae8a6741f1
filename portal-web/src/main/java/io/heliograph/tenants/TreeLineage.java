package io.heliograph.tenants;

import io.heliograph.audit.Lineage;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may read of what people did in a tenant: itself and all above it. */
@Component
class TreeLineage implements Lineage {

    private final TenantRows rows;

    TreeLineage(TenantRows rows) {
        this.rows = rows;
    }

    @Override
    public List<UUID> upwards(UUID tenantId) {
        return rows.upwards(tenantId).stream().map(Tenant::id).toList();
    }
}
