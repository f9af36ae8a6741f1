package io.heliograph.tenants;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the tree. */
@Repository
class TenantRows {

    private static final String COLUMNS =
            "t.id, t.parent_id, t.kind, t.name, t.zone, t.support_email, t.brand_name, t.mail_sender, t.host, "
                    + "t.host_seen_at, t.accent, t.logo, t.icon, t.suspended_at, t.created_at";

    private final JdbcClient jdbc;

    TenantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, NewTenant tenant, Instant now) {
        jdbc.sql("""
                        INSERT INTO tenants_tenant (id, parent_id, kind, name, zone, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(id))
                .param(RowIds.bytesOrNull(tenant.parentId()))
                .param(tenant.kind().name())
                .param(tenant.name())
                .param(tenant.zone().getId())
                .param(Times.utc(now))
                .update();
        jdbc.sql("INSERT INTO tenants_ancestor (ancestor_id, tenant_id, depth) VALUES (?, ?, 0)")
                .param(RowIds.bytes(id))
                .param(RowIds.bytes(id))
                .update();
        if (tenant.parentId() != null) {
            jdbc.sql("""
                            INSERT INTO tenants_ancestor (ancestor_id, tenant_id, depth)
                            SELECT a.ancestor_id, ?, a.depth + 1 FROM tenants_ancestor a WHERE a.tenant_id = ?
                            """)
                    .param(RowIds.bytes(id))
                    .param(RowIds.bytes(tenant.parentId()))
                    .update();
        }
    }

    Optional<Tenant> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenants_tenant t WHERE t.id = ?")
                .param(RowIds.bytes(id))
                .query(TenantRows::tenant)
                .optional();
    }

    /** The first operator; an installation has one. */
    Optional<Tenant> operator() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenants_tenant t WHERE t.parent_id IS NULL ORDER BY t.id LIMIT 1")
                .query(TenantRows::tenant)
                .optional();
    }

    Optional<Tenant> findWithin(UUID ancestorId, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM tenants_tenant t
                        JOIN tenants_ancestor a ON a.tenant_id = t.id
                        WHERE a.ancestor_id = ? AND a.tenant_id = ?
                        """)
                .param(RowIds.bytes(ancestorId))
                .param(RowIds.bytes(id))
                .query(TenantRows::tenant)
                .optional();
    }

    List<Tenant> children(UUID parentId, String namePart, @Nullable UUID after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM tenants_tenant t
                        WHERE t.parent_id = ? AND t.name LIKE ? AND t.id > ?
                        ORDER BY t.id LIMIT ?
                        """)
                .param(RowIds.bytes(parentId))
                .param("%" + namePart.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param(after == null ? new byte[16] : RowIds.bytes(after))
                .param(limit)
                .query(TenantRows::tenant)
                .list();
    }

    long countChildren(UUID parentId) {
        return jdbc.sql("SELECT COUNT(*) FROM tenants_tenant WHERE parent_id = ?")
                .param(RowIds.bytes(parentId))
                .query(Long.class)
                .single();
    }

    /** The tenant itself first, the operator last. */
    List<Tenant> upwards(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM tenants_ancestor a
                        JOIN tenants_tenant t ON t.id = a.ancestor_id
                        WHERE a.tenant_id = ? ORDER BY a.depth
                        """)
                .param(RowIds.bytes(id))
                .query(TenantRows::tenant)
                .list();
    }

    List<UUID> subtree(UUID id) {
        return jdbc.sql("SELECT tenant_id AS id FROM tenants_ancestor WHERE ancestor_id = ? ORDER BY tenant_id")
                .param(RowIds.bytes(id))
                .query((row, n) -> RowIds.uuid(row.getBytes("id")))
                .list();
    }

    Map<UUID, List<UUID>> subtrees(Collection<UUID> ids) {
        Map<UUID, List<UUID>> subtrees = new HashMap<>();
        ids.forEach(id -> subtrees.put(id, new ArrayList<>()));
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT ancestor_id, tenant_id FROM tenants_ancestor WHERE ancestor_id IN (:ids)")
                    .param("ids", ids.stream().map(RowIds::bytes).toList())
                    .query(row -> {
                        subtrees.getOrDefault(RowIds.uuid(row.getBytes("ancestor_id")), new ArrayList<>())
                                .add(RowIds.uuid(row.getBytes("tenant_id")));
                    });
        }
        return subtrees;
    }

    /** Those of the subtree that no suspension holds, neither their own nor one above them. */
    List<UUID> subtreeNotSuspended(UUID id) {
        return jdbc.sql("""
                        SELECT s.tenant_id AS id FROM tenants_ancestor s
                        WHERE s.ancestor_id = ? AND NOT EXISTS (
                            SELECT 1 FROM tenants_ancestor up JOIN tenants_tenant t ON t.id = up.ancestor_id
                            WHERE up.tenant_id = s.tenant_id AND t.suspended_at IS NOT NULL)
                        ORDER BY s.tenant_id
                        """)
                .param(RowIds.bytes(id))
                .query((row, n) -> RowIds.uuid(row.getBytes("id")))
                .list();
    }

    boolean isSuspended(UUID id) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM tenants_ancestor up JOIN tenants_tenant t ON t.id = up.ancestor_id
                        WHERE up.tenant_id = ? AND t.suspended_at IS NOT NULL
                        """).param(RowIds.bytes(id)).query(Long.class).single() > 0;
    }

    boolean suspend(UUID id, Instant at) {
        return jdbc.sql("UPDATE tenants_tenant SET suspended_at = ? WHERE id = ? AND suspended_at IS NULL")
                        .param(Times.utc(at))
                        .param(RowIds.bytes(id))
                        .update()
                == 1;
    }

    boolean resume(UUID id) {
        return jdbc.sql("UPDATE tenants_tenant SET suspended_at = NULL WHERE id = ? AND suspended_at IS NOT NULL")
                        .param(RowIds.bytes(id))
                        .update()
                == 1;
    }

    void rename(UUID id, String name, ZoneId zone, @Nullable String supportEmail) {
        jdbc.sql("UPDATE tenants_tenant SET name = ?, zone = ?, support_email = ? WHERE id = ?")
                .param(name)
                .param(zone.getId())
                .param(supportEmail)
                .param(RowIds.bytes(id))
                .update();
    }

    private static Tenant tenant(ResultSet row, int n) throws SQLException {
        return new Tenant(
                RowIds.uuid(row.getBytes("id")),
                RowIds.uuidOrNull(row.getBytes("parent_id")),
                TenantKind.valueOf(row.getString("kind")),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getString("support_email"),
                BrandRows.settings(row),
                Times.instantOrNull(row, "suspended_at"),
                Times.instant(row, "created_at"));
    }
}
