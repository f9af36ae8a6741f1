package io.heliograph.email;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of secrets in addresses; one that has ended is kept for nobody. */
@Repository
class SecretRows {

    private final JdbcClient jdbc;

    SecretRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID tenantId, byte[] hash, Instant at) {
        jdbc.sql("INSERT INTO email_secret (tenant_id, secret_hash, created_at) VALUES (?, ?, ?)")
                .param(RowIds.bytes(tenantId))
                .param(hash)
                .param(Times.utc(at))
                .update();
    }

    /** Whose it is, while it works. */
    Optional<UUID> owner(byte[] hash, Instant now) {
        return jdbc.sql("""
                        SELECT tenant_id FROM email_secret WHERE secret_hash = ? AND (ends_at IS NULL OR ends_at > ?)
                        """)
                .param(hash)
                .param(Times.utc(now))
                .query((row, n) -> RowIds.uuid(row.getBytes("tenant_id")))
                .optional();
    }

    /** Those that work, the newest first. */
    List<SecretAddress> working(UUID tenantId, Instant now) {
        return jdbc.sql("""
                        SELECT created_at, ends_at FROM email_secret
                        WHERE tenant_id = ? AND (ends_at IS NULL OR ends_at > ?) ORDER BY created_at DESC
                        """)
                .param(RowIds.bytes(tenantId))
                .param(Times.utc(now))
                .query((row, n) ->
                        new SecretAddress(Times.instant(row, "created_at"), Times.instantOrNull(row, "ends_at")))
                .list();
    }

    /** Lets those that work end then, or earlier if they would anyway. */
    void end(UUID tenantId, Instant at) {
        jdbc.sql("""
                        UPDATE email_secret SET ends_at = ? WHERE tenant_id = ? AND (ends_at IS NULL OR ends_at > ?)
                        """)
                .param(Times.utc(at))
                .param(RowIds.bytes(tenantId))
                .param(Times.utc(at))
                .update();
    }
}
