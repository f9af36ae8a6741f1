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

    private static final String COLUMNS =
            "id, tenant_id, name, username, answer_form, created_by, created_at, last_used_at, revoked_at";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CredentialRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Credential credential, byte[] secretHash) {
        jdbc.sql("""
                        INSERT INTO credentials_credential
                            (tenant_id, id, name, username, secret_hash, answer_form, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(credential.tenantId()))
                .param(RowIds.bytes(credential.id()))
                .param(credential.name())
                .param(credential.username())
                .param(secretHash)
                .param(credential.answerForm().name())
                .param(credential.createdBy() == null ? null : RowIds.bytes(credential.createdBy()))
                .param(Times.utc(credential.createdAt()))
                .update();
    }

    /** By its username, unless revoked. */
    Optional<KnownCredential> known(String username) {
        return jdbc.sql("""
                        SELECT id, tenant_id, secret_hash, answer_form FROM credentials_credential
                        WHERE username = ? AND revoked_at IS NULL
                        """)
                .param(username)
                .query((row, n) -> new KnownCredential(
                        new Caller(
                                RowIds.uuid(row.getBytes("id")),
                                RowIds.uuid(row.getBytes("tenant_id")),
                                AnswerForm.valueOf(row.getString("answer_form"))),
                        row.getBytes("secret_hash")))
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
        byte[] createdBy = row.getBytes("created_by");
        return new Credential(
                RowIds.uuid(row.getBytes("id")),
                RowIds.uuid(row.getBytes("tenant_id")),
                row.getString("name"),
                row.getString("username"),
                AnswerForm.valueOf(row.getString("answer_form")),
                createdBy == null ? null : RowIds.uuid(createdBy),
                Times.instant(row, "created_at"),
                Times.instantOrNull(row, "last_used_at"),
                Times.instantOrNull(row, "revoked_at"));
    }
}
