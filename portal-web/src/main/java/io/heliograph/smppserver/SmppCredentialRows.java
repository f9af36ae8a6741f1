package io.heliograph.smppserver;

import io.heliograph.credentials.AddressList;
import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code smppserver_credential}. */
@Repository
class SmppCredentialRows {

    private static final int ERROR_LENGTH = 200;
    private static final String NOBODY = "0.0.0.0";
    private static final String COLUMNS = """
            tenant_id, id, name, system_id, addresses, most_binds, window_size, segments_per_second, created_at,
            last_bound_at, last_error, last_error_at, revoked_at
            """;

    private final JdbcClient jdbc;

    SmppCredentialRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SmppCredential credential, byte[] passwordHash, @Nullable UUID createdBy) {
        jdbc.sql("""
                        INSERT INTO smppserver_credential
                            (tenant_id, id, name, system_id, password_hash, addresses, most_binds, window_size,
                             segments_per_second, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(credential.tenantId()))
                .param(RowIds.bytes(credential.id()))
                .param(credential.name())
                .param(credential.systemId())
                .param(passwordHash)
                .param(credential.limits().addresses().write())
                .param(credential.limits().mostBinds())
                .param(credential.limits().window())
                .param(credential.limits().segmentsPerSecond())
                .param(RowIds.bytesOrNull(createdBy))
                .param(Times.utc(credential.createdAt()))
                .update();
    }

    /** By its system id, unless it is revoked, and only with the hash of its password. */
    Optional<SmppCredential> bySystemId(String systemId, byte[] passwordHash) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM smppserver_credential
                        WHERE system_id = ? AND password_hash = ? AND revoked_at IS NULL
                        """)
                .params(systemId, passwordHash)
                .query(SmppCredentialRows::credential)
                .optional();
    }

    boolean isTaken(String systemId) {
        return jdbc.sql("SELECT COUNT(*) FROM smppserver_credential WHERE system_id = ?")
                        .param(systemId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<SmppCredential> find(UUID tenantId, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM smppserver_credential WHERE tenant_id = ? AND id = ?")
                .params(RowIds.bytes(tenantId), RowIds.bytes(id))
                .query(SmppCredentialRows::credential)
                .optional();
    }

    List<SmppCredential> ofTenant(UUID tenantId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM smppserver_credential WHERE tenant_id = ? ORDER BY id")
                .param(RowIds.bytes(tenantId))
                .query(SmppCredentialRows::credential)
                .list();
    }

    /** Segments a second of those of {@code ids} that are not revoked. */
    Map<UUID, Integer> ratesOfWorking(Collection<UUID> ids) {
        Map<UUID, Integer> rates = new HashMap<>();
        jdbc.sql("SELECT id, segments_per_second FROM smppserver_credential WHERE id IN (:ids) AND revoked_at IS NULL")
                .param("ids", ids.stream().map(RowIds::bytes).toList())
                .query(rs -> {
                    rates.put(RowIds.uuid(rs.getBytes("id")), rs.getInt("segments_per_second"));
                });
        return rates;
    }

    /** Keeps others from binding with it until the transaction ends. */
    void lock(SmppCredential credential) {
        jdbc.sql("UPDATE smppserver_credential SET last_bound_at = UTC_TIMESTAMP(6) WHERE tenant_id = ? AND id = ?")
                .params(RowIds.bytes(credential.tenantId()), RowIds.bytes(credential.id()))
                .update();
    }

    void failed(SmppCredential credential, String error) {
        jdbc.sql("""
                        UPDATE smppserver_credential SET last_error = ?, last_error_at = UTC_TIMESTAMP(6)
                         WHERE tenant_id = ? AND id = ?
                        """)
                .param(error.substring(0, Math.min(error.length(), ERROR_LENGTH)))
                .param(RowIds.bytes(credential.tenantId()))
                .param(RowIds.bytes(credential.id()))
                .update();
    }

    void change(UUID tenantId, UUID id, String name, SmppLimits limits) {
        jdbc.sql("""
                        UPDATE smppserver_credential
                           SET name = ?, addresses = ?, most_binds = ?, window_size = ?, segments_per_second = ?
                         WHERE tenant_id = ? AND id = ?
                        """)
                .param(name)
                .param(limits.addresses().write())
                .param(limits.mostBinds())
                .param(limits.window())
                .param(limits.segmentsPerSecond())
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    void password(UUID tenantId, UUID id, byte[] passwordHash) {
        jdbc.sql("UPDATE smppserver_credential SET password_hash = ? WHERE tenant_id = ? AND id = ?")
                .params(passwordHash, RowIds.bytes(tenantId), RowIds.bytes(id))
                .update();
    }

    void revoke(UUID tenantId, UUID id) {
        jdbc.sql("""
                        UPDATE smppserver_credential SET revoked_at = UTC_TIMESTAMP(6)
                         WHERE tenant_id = ? AND id = ? AND revoked_at IS NULL
                        """).params(RowIds.bytes(tenantId), RowIds.bytes(id)).update();
    }

    /** What is no address was taken once: it never fitted anybody, and fits nobody now. */
    private static AddressList addresses(String stored) {
        List<String> unreadable = AddressList.unreadable(stored);
        List<String> readable = Arrays.stream(stored.split(" "))
                .filter(word -> !word.isEmpty() && !unreadable.contains(word))
                .limit(AddressList.MOST)
                .toList();
        return new AddressList(readable.isEmpty() && !stored.isBlank() ? List.of(NOBODY) : readable);
    }

    private static SmppCredential credential(ResultSet rs, int row) throws SQLException {
        SmppLimits limits = new SmppLimits(
                addresses(rs.getString("addresses")),
                rs.getInt("most_binds"),
                rs.getInt("window_size"),
                rs.getInt("segments_per_second"));
        return new SmppCredential(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("id")),
                rs.getString("name"),
                rs.getString("system_id"),
                limits,
                Times.instant(rs, "created_at"),
                Times.instantOrNull(rs, "last_bound_at"),
                rs.getString("last_error"),
                Times.instantOrNull(rs, "last_error_at"),
                Times.instantOrNull(rs, "revoked_at"));
    }
}
