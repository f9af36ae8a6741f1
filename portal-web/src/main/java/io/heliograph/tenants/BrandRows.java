package io.heliograph.tenants;

import io.heliograph.brands.PictureKind;
import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tenants say about their portals: the columns of the tree that {@link BrandSettings} holds. */
@Repository
class BrandRows {

    private final JdbcClient jdbc;

    BrandRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another host begins unseen. */
    void change(UUID tenantId, BrandChange change) {
        try {
            jdbc.sql("""
                            UPDATE tenants_tenant
                            SET host_seen_at = CASE WHEN host = :host THEN host_seen_at END, host = :host,
                                brand_name = :name, mail_sender = :mailSender, support_email = :supportEmail,
                                accent = :accent
                            WHERE id = :id
                            """)
                    .param("host", change.host())
                    .param("name", change.name())
                    .param("mailSender", change.mailSender())
                    .param("supportEmail", change.supportEmail())
                    .param("accent", change.accent())
                    .param("id", RowIds.bytes(tenantId))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new HostTakenException(taken);
        }
    }

    void picture(UUID tenantId, PictureKind kind, @Nullable String fileName) {
        String column =
                switch (kind) {
                    case LOGO -> "logo";
                    case ICON -> "icon";
                };
        jdbc.sql("UPDATE tenants_tenant SET " + column + " = ? WHERE id = ?")
                .param(fileName)
                .param(RowIds.bytes(tenantId))
                .update();
    }

    Optional<UUID> ofHost(String host) {
        return jdbc.sql("SELECT id FROM tenants_tenant WHERE host = ?")
                .param(host)
                .query((row, n) -> RowIds.uuid(row.getBytes("id")))
                .optional();
    }

    void hostSeen(UUID tenantId, Instant at) {
        jdbc.sql("UPDATE tenants_tenant SET host_seen_at = ? WHERE id = ? AND host_seen_at IS NULL")
                .param(Times.utc(at))
                .param(RowIds.bytes(tenantId))
                .update();
    }

    /** The columns of a row of the tree. */
    static BrandSettings settings(ResultSet row) throws SQLException {
        return new BrandSettings(
                row.getString("brand_name"),
                row.getString("mail_sender"),
                row.getString("host"),
                Times.instantOrNull(row, "host_seen_at"),
                row.getString("accent"),
                row.getString("logo"),
                row.getString("icon"));
    }
}
