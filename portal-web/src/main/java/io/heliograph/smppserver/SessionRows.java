package io.heliograph.smppserver;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code smppserver_session}: what is bound, on all nodes. */
@Repository
class SessionRows {

    /** A session of which its node said nothing for so long is gone. */
    static final Duration GONE_AFTER = Duration.ofSeconds(15);

    private static final String PRESENT =
            " s.seen_at > UTC_TIMESTAMP(6) - INTERVAL " + GONE_AFTER.toSeconds() + " SECOND ";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    SessionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    void insert(UUID node, BoundSession session) {
        jdbc.update(
                """
                INSERT INTO smppserver_session
                    (tenant_id, id, credential_id, node, mode, remote, encrypted, bound_at, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
                """,
                RowIds.bytes(session.credential().tenantId()),
                RowIds.bytes(session.id()),
                RowIds.bytes(session.credential().id()),
                RowIds.bytes(node),
                session.mode().name(),
                session.remote(),
                session.isEncrypted());
    }

    /** How many sessions each of these has, over all nodes; one with none is not in it. */
    Map<UUID, Integer> counts(Collection<UUID> credentialIds) {
        Map<UUID, Integer> counts = new HashMap<>();
        client.sql("SELECT s.credential_id, COUNT(*) AS sessions FROM smppserver_session s"
                        + " WHERE s.credential_id IN (:ids) AND" + PRESENT + "GROUP BY s.credential_id")
                .param("ids", credentialIds.stream().map(RowIds::bytes).toList())
                .query(rs -> {
                    counts.put(RowIds.uuid(rs.getBytes("credential_id")), rs.getInt("sessions"));
                });
        return counts;
    }

    void seen(Collection<BoundSession> sessions) {
        jdbc.batchUpdate("""
                UPDATE smppserver_session
                   SET seen_at = UTC_TIMESTAMP(6), in_window = ?, segments = ?, per_second = ?, receipts = ?,
                       last_error = ?, last_error_at = ?
                 WHERE tenant_id = ? AND id = ?
                """, sessions.stream().map(SessionRows::figures).toList());
    }

    /** Those that are asked to unbind. */
    Set<UUID> unwanted(UUID node) {
        return new HashSet<>(client.sql("SELECT id FROM smppserver_session WHERE node = ? AND unbind_at IS NOT NULL")
                .param(RowIds.bytes(node))
                .query((rs, _) -> RowIds.uuid(rs.getBytes("id")))
                .list());
    }

    void delete(UUID tenantId, UUID id) {
        jdbc.update(
                "DELETE FROM smppserver_session WHERE tenant_id = ? AND id = ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(id));
    }

    /** Those whose node died. */
    void deleteGone() {
        jdbc.update(
                "DELETE FROM smppserver_session WHERE seen_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND LIMIT 1000",
                2 * GONE_AFTER.toSeconds());
    }

    List<SmppSession> ofTenants(Collection<UUID> tenantIds) {
        return client.sql("""
                        SELECT s.tenant_id, s.id, s.credential_id, c.system_id, s.mode, s.remote, s.encrypted, s.bound_at,
                               s.in_window, c.window_size, s.segments, s.per_second, s.receipts, s.last_error,
                               s.last_error_at, s.unbind_at IS NOT NULL AS ending
                          FROM smppserver_session s
                          JOIN smppserver_credential c ON c.tenant_id = s.tenant_id AND c.id = s.credential_id
                         WHERE s.tenant_id IN (:tenants) AND
                        """ + PRESENT + " ORDER BY s.bound_at, s.id LIMIT 1000")
                .param("tenants", tenantIds.stream().map(RowIds::bytes).toList())
                .query(SessionRows::session)
                .list();
    }

    boolean askToUnbind(UUID tenantId, UUID id) {
        return jdbc.update("""
                        UPDATE smppserver_session SET unbind_at = COALESCE(unbind_at, UTC_TIMESTAMP(6))
                         WHERE tenant_id = ? AND id = ?
                        """, RowIds.bytes(tenantId), RowIds.bytes(id)) > 0;
    }

    private static Object[] figures(BoundSession session) {
        BoundSession.Figures figures = session.figures();
        return new Object[] {
            figures.inWindow(),
            figures.segments(),
            figures.perSecond(),
            figures.receipts(),
            figures.lastError(),
            Times.utcOrNull(figures.lastErrorAt()),
            RowIds.bytes(session.credential().tenantId()),
            RowIds.bytes(session.id())
        };
    }

    private static SmppSession session(ResultSet rs, int row) throws SQLException {
        return new SmppSession(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("id")),
                RowIds.uuid(rs.getBytes("credential_id")),
                rs.getString("system_id"),
                BindMode.valueOf(rs.getString("mode")),
                rs.getString("remote"),
                rs.getBoolean("encrypted"),
                Times.instant(rs, "bound_at"),
                rs.getInt("in_window"),
                rs.getInt("window_size"),
                rs.getLong("segments"),
                rs.getBigDecimal("per_second"),
                rs.getLong("receipts"),
                rs.getString("last_error"),
                Times.instantOrNull(rs, "last_error_at"),
                rs.getBoolean("ending"));
    }
}
