package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tenants whose queue is held, in {@code dispatch_hold}. */
@Repository
class HoldRows {

    private final JdbcTemplate jdbc;

    HoldRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> held() {
        return new HashSet<>(
                jdbc.query("SELECT tenant_id FROM dispatch_hold", (rs, _) -> RowIds.uuid(rs.getBytes("tenant_id"))));
    }

    void hold(UUID tenantId) {
        try {
            jdbc.update(
                    "INSERT INTO dispatch_hold (tenant_id, held_at) VALUES (?, UTC_TIMESTAMP(6))",
                    RowIds.bytes(tenantId));
        } catch (DuplicateKeyException _) {
            // Held already.
        }
    }

    void release(UUID tenantId) {
        jdbc.update("DELETE FROM dispatch_hold WHERE tenant_id = ?", RowIds.bytes(tenantId));
    }
}
