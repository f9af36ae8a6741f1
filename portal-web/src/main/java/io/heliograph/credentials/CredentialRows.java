package io.heliograph.credentials;

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

/** The table of credentials. */
@Repository
class CredentialRows {

    private static final String COLUMNS = """
            id, tenant_id, kind, name, username, answer_form, scopes, addresses, expires_at, old_secret_until,
            created_by, created_at, last_used_at, revoked_at
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CredentialRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Credential credential, byte[] secretHash) {
        jdbc.sql("""
                        INSERT INTO credentials_credential
                            (tenant_id, id, kind, name, username, secret_hash, answer_form, scopes, addresses,
                             expires_at, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(credential.tenantId()))
                .param(RowIds.bytes(credential.id()))
                .param(credential.kind().name())
                .param(credential.name())
                .param(credential.username())
                .param(secretHash)
                .param(credential.answerForm().name())
                .param(Scope.write(credential.limits().scopes()))
                .param(credential.limits().addresses().write())
                .param(Times.utcOrNull(credential.limits().expiresAt()))
                .param(RowIds.bytesOrNull(credential.createdBy()))
                .param(Times.utc(credential.createdAt()))
                .update();
    }

    /** By its kind and username, unless revoked. */
    Optional<KnownCredential> known(CredentialKind kind, String username) {
        return jdbc.sql("""
                        SELECT id, tenant_id, secret_hash, answer_form, scopes, addresses, expires_at, old_secret_hash,
                               old_secret_until
                        FROM credentials_credential
                        WHERE username = ? AND kind = ? AND revoked_at IS NULL
                        """)
                .param(username)
                .param(kind.name())
                .query((row, n) -> new KnownCredential(
                        new Caller(
                                RowIds.uuid(row.getBytes("id")),
                                RowIds.uuid(row.getBytes("tenant_id")),
                                AnswerForm.valueOf(row.getString("answer_form"))),
                        limits(row),
                        row.getBytes("secret_hash"),
                        row.getBytes("old_secret_hash"),
                        Times.instantOrNull(row, "old_secret_until")))
                .optional();
    }

    boolean isTaken(String username) {
        return jdbc.sql("SELECT COUNT(*) FROM credentials_credential WHERE username = ?")
                        .param(username)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Credential> find(UUID tenantId, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM credentials_credential WHERE tenant_id = ? AND id = ?")
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .query(CredentialRows::credential)
                .optional();
    }

    List<Credential> ofTenant(UUID tenantId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM credentials_credential WHERE tenant_id = ? ORDER BY id")
                .param(RowIds.bytes(tenantId))
                .query(CredentialRows::credential)
                .list();
    }

    void revoke(UUID tenantId, UUID id, Instant at) {
        jdbc.sql("""
                        UPDATE credentials_credential SET revoked_at = ?
                        WHERE tenant_id = ? AND id = ? AND revoked_at IS NULL
                        """)
                .param(Times.utc(at))
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    void answerForm(UUID tenantId, UUID id, AnswerForm form) {
        jdbc.sql("UPDATE credentials_credential SET answer_form = ? WHERE tenant_id = ? AND id = ?")
                .param(form.name())
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    /** Sets a new secret; the one it had is good until {@code oldUntil}. */
    void replaceSecret(UUID tenantId, UUID id, byte[] secretHash, Instant oldUntil) {
        jdbc.sql("""
                        UPDATE credentials_credential
                        SET old_secret_hash = secret_hash, old_secret_until = ?, secret_hash = ?
                        WHERE tenant_id = ? AND id = ?
                        """)
                .param(Times.utc(oldUntil))
                .param(secretHash)
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    void endOldSecret(UUID tenantId, UUID id) {
        jdbc.sql("""
                        UPDATE credentials_credential SET old_secret_hash = NULL, old_secret_until = NULL
                        WHERE tenant_id = ? AND id = ?
                        """).param(RowIds.bytes(tenantId)).param(RowIds.bytes(id)).update();
    }

    void change(UUID tenantId, UUID id, String name, Limits limits) {
        jdbc.sql("""
                        UPDATE credentials_credential SET name = ?, scopes = ?, addresses = ?, expires_at = ?
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

    void used(Map<Caller, Instant> lastUses) {
        List<Object[]> rows = lastUses.entrySet().stream()
                .map(use -> new Object[] {
                    Times.utc(use.getValue()),
                    RowIds.bytes(use.getKey().tenantId()),
                    RowIds.bytes(use.getKey().credentialId())
                })
                .toList();
        batches.batchUpdate("UPDATE credentials_credential SET last_used_at = ? WHERE tenant_id = ? AND id = ?", rows);
    }

    private static Credential credential(ResultSet row, int n) throws SQLException {
        return new Credential(
                RowIds.uuid(row.getBytes("id")),
                RowIds.uuid(row.getBytes("tenant_id")),
                CredentialKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("username"),
                AnswerForm.valueOf(row.getString("answer_form")),
                limits(row),
                Times.instantOrNull(row, "old_secret_until"),
                RowIds.uuidOrNull(row.getBytes("created_by")),
                Times.instant(row, "created_at"),
                Times.instantOrNull(row, "last_used_at"),
                Times.instantOrNull(row, "revoked_at"));
    }

    private static Limits limits(ResultSet row) throws SQLException {
        return new Limits(
                Scope.parse(row.getString("scopes")),
                AddressList.parse(row.getString("addresses")),
                Times.instantOrNull(row, "expires_at"));
    }
}
