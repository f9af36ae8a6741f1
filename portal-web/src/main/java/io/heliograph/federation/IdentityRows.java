package io.heliograph.federation;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.secrets.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of who is who at companies' providers. */
@Repository
class IdentityRows {

    private final JdbcClient jdbc;

    IdentityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> userOf(Identity identity) {
        return jdbc.sql("SELECT user_id FROM federation_identity WHERE tenant_id = ? AND subject_hash = ?")
                .param(RowIds.bytes(identity.tenantId()))
                .param(key(identity))
                .query((row, n) -> RowIds.uuid(row.getBytes("user_id")))
                .optional();
    }

    Optional<String> emailOf(UUID tenantId, UUID userId) {
        return jdbc.sql("SELECT email FROM federation_identity WHERE tenant_id = ? AND user_id = ?")
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(userId))
                .query(String.class)
                .optional();
    }

    /** A {@link org.springframework.dao.DuplicateKeyException} when either has one already. */
    void insert(Identity identity, UUID userId, Instant now) {
        jdbc.sql("""
                        INSERT INTO federation_identity
                            (tenant_id, subject_hash, issuer, subject, user_id, email, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(identity.tenantId()))
                .param(key(identity))
                .param(identity.issuer())
                .param(identity.subject())
                .param(RowIds.bytes(userId))
                .param(identity.email())
                .param(Times.utc(now))
                .update();
    }

    boolean delete(UUID tenantId, UUID userId) {
        return jdbc.sql("DELETE FROM federation_identity WHERE tenant_id = ? AND user_id = ?")
                        .param(RowIds.bytes(tenantId))
                        .param(RowIds.bytes(userId))
                        .update()
                == 1;
    }

    /** Byte by byte: a collation takes letters for the same that an issuer does not. */
    private static byte[] key(Identity identity) {
        return Sha256.of(identity.issuer() + "\n" + identity.subject());
    }
}
