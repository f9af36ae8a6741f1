package io.heliograph.apikeys;

import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.Limits;
import io.heliograph.credentials.Scope;
import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code apikeys_key}. */
@Repository
class ApiKeyRows {

    private static final String COLUMNS = """
            tenant_id, id, name, hint, scopes, addresses, expires_at, created_by, created_at, last_used_at, revoked_at
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ApiKeyRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(ApiKey key, byte[] hash) {
        jdbc.sql("""
                        INSERT INTO apikeys_key
                            (tenant_id, id, name, hint, key_hash, scopes, addresses, expires_at, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(key.tenantId()))
                .param(RowIds.bytes(key.id()))
                .param(key.name())
                .param(key.hint())
                .param(hash)
                .param(Scope.write(key.limits().scopes()))
                .param(key.limits().addresses().write())
                .param(Times.utcOrNull(key.limits().expiresAt()))
                .param(RowIds.bytesOrNull(key.createdBy()))
                .param(Times.utc(key.createdAt()))
                .update();
    }

    /** By the hash of its text, unless revoked. */
    Optional<ApiKey> known(byte[] hash) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apikeys_key WHERE key_hash = ? AND revoked_at IS NULL")
                .param(hash)
                .query(ApiKeyRows::key)
                .optional();
    }

    Optional<ApiKey> find(UUID tenantId, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apikeys_key WHERE tenant_id = ? AND id = ?")
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .query(ApiKeyRows::key)
                .optional();
    }

    List<ApiKey> ofTenant(UUID tenantId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apikeys_key WHERE tenant_id = ? ORDER BY id")
                .param(RowIds.bytes(tenantId))
                .query(ApiKeyRows::key)
                .list();
    }

    void change(UUID tenantId, UUID id, String name, Limits limits) {
        jdbc.sql("""
                        UPDATE apikeys_key SET name = ?, scopes = ?, addresses = ?, expires_at = ?
                         WHERE tenant_id = ? AND id = ?
                        """)
                .param(name)
                .param(Scope.write(limits.scopes()))
                .param(limits.addresses().write())
                .param(Times.utcOrNull(limits.expiresAt()))
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    void revoke(UUID tenantId, UUID id, Instant at) {
        jdbc.sql("UPDATE apikeys_key SET revoked_at = ? WHERE tenant_id = ? AND id = ? AND revoked_at IS NULL")
                .param(Times.utc(at))
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    /** Notes when keys were last used. */
    void used(Map<ApiCaller, Instant> lastUses) {
        List<Object[]> rows = lastUses.entrySet().stream()
                .map(use -> new Object[] {
                    Times.utc(use.getValue()),
                    RowIds.bytes(use.getKey().tenantId()),
                    RowIds.bytes(use.getKey().credentialId())
                })
                .toList();
        batches.batchUpdate("UPDATE apikeys_key SET last_used_at = ? WHERE tenant_id = ? AND id = ?", rows);
    }

    private static ApiKey key(ResultSet row, int n) throws SQLException {
        return new ApiKey(
                RowIds.uuid(row.getBytes("id")),
                RowIds.uuid(row.getBytes("tenant_id")),
                row.getString("name"),
                row.getString("hint"),
                new Limits(
                        Scope.parse(row.getString("scopes")),
                        AddressList.parse(row.getString("addresses")),
                        Times.instantOrNull(row, "expires_at")),
                RowIds.uuidOrNull(row.getBytes("created_by")),
                Times.instant(row, "created_at"),
                Times.instantOrNull(row, "last_used_at"),
                Times.instantOrNull(row, "revoked_at"));
    }
}
