package io.heliograph.protection;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;

/** The table of passkeys. */
@Repository
class PasskeyRows {

    private final JdbcClient jdbc;

    PasskeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID userId, UUID id, String host, CredentialRecord key) {
        jdbc.sql("""
                        INSERT INTO protection_passkey (user_id, id, credential_id, public_key, host, label, transports,
                            signature_count, backup_eligible, backup_state, attestation, attestation_data, created_at,
                            last_used_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(userId))
                .param(RowIds.bytes(id))
                .param(key.getCredentialId().getBytes())
                .param(key.getPublicKey().getBytes())
                .param(host)
                .param(key.getLabel())
                .param(transports(key))
                .param(key.getSignatureCount())
                .param(key.isBackupEligible())
                .param(key.isBackupState())
                .param(bytes(key.getAttestationObject()))
                .param(bytes(key.getAttestationClientDataJSON()))
                .param(Times.utc(key.getCreated()))
                .param(Times.utc(key.getLastUsed()))
                .update();
    }

    /** Keeps what a use has changed; false when there is no such key. */
    boolean used(CredentialRecord key) {
        return jdbc.sql("""
                        UPDATE protection_passkey SET signature_count = ?, backup_state = ?, last_used_at = ?
                        WHERE credential_id = ?
                        """)
                        .param(key.getSignatureCount())
                        .param(key.isBackupState())
                        .param(Times.utc(key.getLastUsed()))
                        .param(key.getCredentialId().getBytes())
                        .update()
                == 1;
    }

    Optional<CredentialRecord> find(byte[] credentialId) {
        return jdbc.sql("""
                        SELECT user_id, credential_id, public_key, label, transports, signature_count, backup_eligible,
                            backup_state, attestation, attestation_data, created_at, last_used_at
                        FROM protection_passkey WHERE credential_id = ?
                        """).param(credentialId).query(PasskeyRows::credential).optional();
    }

    List<CredentialRecord> credentials(UUID userId, String host) {
        return jdbc.sql("""
                        SELECT user_id, credential_id, public_key, label, transports, signature_count, backup_eligible,
                            backup_state, attestation, attestation_data, created_at, last_used_at
                        FROM protection_passkey WHERE user_id = ? AND host = ?
                        """)
                .param(RowIds.bytes(userId))
                .param(host)
                .query(PasskeyRows::credential)
                .list();
    }

    List<Passkey> ofUser(UUID userId) {
        return jdbc.sql("""
                        SELECT id, label, host, created_at, last_used_at FROM protection_passkey
                        WHERE user_id = ? ORDER BY id
                        """)
                .param(RowIds.bytes(userId))
                .query((row, n) -> new Passkey(
                        RowIds.uuid(row.getBytes("id")),
                        row.getString("label"),
                        row.getString("host"),
                        Times.instant(row, "created_at"),
                        Times.instant(row, "last_used_at")))
                .list();
    }

    boolean delete(UUID userId, UUID id) {
        return jdbc.sql("DELETE FROM protection_passkey WHERE user_id = ? AND id = ?")
                        .param(RowIds.bytes(userId))
                        .param(RowIds.bytes(id))
                        .update()
                == 1;
    }

    private static String transports(CredentialRecord key) {
        return key.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .collect(Collectors.joining(","));
    }

    private static CredentialRecord credential(ResultSet row, int n) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        row.getString("transports").split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("user_id")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .label(row.getString("label"))
                .transports(transports)
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(bytes(row, "attestation"))
                .attestationClientDataJSON(bytes(row, "attestation_data"))
                .created(Times.instant(row, "created_at"))
                .lastUsed(Times.instant(row, "last_used_at"))
                .build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : new Bytes(bytes);
    }
}
