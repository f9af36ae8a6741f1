package io.heliograph.tenants;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of people. */
@Repository
class UserRows {

    private static final String COLUMNS = """
            id, tenant_id, email, name, role, password IS NULL AS invited, zone, disabled_at, last_sign_in_at, created_at
            """;

    private final JdbcClient jdbc;

    UserRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID tenantId, UUID id, NewUser user, @Nullable String password, Instant now) {
        jdbc.sql("""
                        INSERT INTO tenants_user (id, tenant_id, email, name, password, role, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(id))
                .param(RowIds.bytes(tenantId))
                .param(user.email())
                .param(user.name())
                .param(password)
                .param(user.role().name())
                .param(Times.utc(now))
                .update();
    }

    Optional<User> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenants_user WHERE id = ?")
                .param(RowIds.bytes(id))
                .query(UserRows::user)
                .optional();
    }

    Optional<User> findByEmail(String email) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenants_user WHERE email = ?")
                .param(email)
                .query(UserRows::user)
                .optional();
    }

    Optional<User> find(UUID tenantId, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenants_user WHERE tenant_id = ? AND id = ?")
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .query(UserRows::user)
                .optional();
    }

    List<User> ofTenant(UUID tenantId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenants_user WHERE tenant_id = ? ORDER BY id")
                .param(RowIds.bytes(tenantId))
                .query(UserRows::user)
                .list();
    }

    long count(Collection<UUID> tenantIds) {
        return tenantIds.isEmpty()
                ? 0
                : jdbc.sql("SELECT COUNT(*) FROM tenants_user WHERE tenant_id IN (:ids) AND disabled_at IS NULL")
                        .param("ids", tenantIds.stream().map(RowIds::bytes).toList())
                        .query(Long.class)
                        .single();
    }

    /** The encoded password of somebody who may sign in as far as their own row says. */
    Optional<String> password(UUID id) {
        return jdbc.sql("""
                        SELECT password FROM tenants_user
                        WHERE id = ? AND password IS NOT NULL AND disabled_at IS NULL
                        """).param(RowIds.bytes(id)).query(String.class).optional();
    }

    /** Owners who can sign in; the tenant's row is locked, so that two cannot step down at once. */
    long countOwners(UUID tenantId) {
        jdbc.sql("SELECT id FROM tenants_tenant WHERE id = ? FOR UPDATE")
                .param(RowIds.bytes(tenantId))
                .query((row, n) -> true)
                .list();
        return jdbc.sql("""
                        SELECT COUNT(*) FROM tenants_user
                        WHERE tenant_id = ? AND role = 'OWNER' AND disabled_at IS NULL AND password IS NOT NULL
                        """).param(RowIds.bytes(tenantId)).query(Long.class).single();
    }

    void changeRole(UUID tenantId, UUID id, Role role) {
        jdbc.sql("UPDATE tenants_user SET role = ? WHERE tenant_id = ? AND id = ?")
                .param(role.name())
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    void changeZone(UUID tenantId, UUID id, @Nullable ZoneId zone) {
        jdbc.sql("UPDATE tenants_user SET zone = ? WHERE tenant_id = ? AND id = ?")
                .param(zone == null ? null : zone.getId())
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    void disable(UUID tenantId, UUID id, @Nullable Instant at) {
        jdbc.sql("UPDATE tenants_user SET disabled_at = ? WHERE tenant_id = ? AND id = ?")
                .param(Times.utcOrNull(at))
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    void password(UUID id, String encoded) {
        jdbc.sql("UPDATE tenants_user SET password = ? WHERE id = ?")
                .param(encoded)
                .param(RowIds.bytes(id))
                .update();
    }

    void rename(UUID id, String name) {
        jdbc.sql("UPDATE tenants_user SET name = ? WHERE id = ?")
                .param(name)
                .param(RowIds.bytes(id))
                .update();
    }

    void signedIn(UUID id, Instant at) {
        jdbc.sql("UPDATE tenants_user SET last_sign_in_at = ? WHERE id = ?")
                .param(Times.utc(at))
                .param(RowIds.bytes(id))
                .update();
    }

    private static User user(ResultSet row, int n) throws SQLException {
        String zone = row.getString("zone");
        return new User(
                RowIds.uuid(row.getBytes("id")),
                RowIds.uuid(row.getBytes("tenant_id")),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("invited"),
                zone == null ? null : ZoneId.of(zone),
                Times.instantOrNull(row, "disabled_at"),
                Times.instantOrNull(row, "last_sign_in_at"),
                Times.instant(row, "created_at"));
    }
}
