package io.heliograph.upstream;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which node holds which session: {@code upstream_session} and {@code upstream_node}. */
@Repository
class SlotRows {

    /** A node of which nothing was heard for so long is gone, and what it held is free. */
    static final Duration GONE_AFTER = Duration.ofSeconds(15);

    private final JdbcTemplate jdbc;

    SlotRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Says that this node is there, and returns all that are, in the same order for each. */
    List<UUID> nodes(UUID self) {
        jdbc.update("""
                INSERT INTO upstream_node (node, seen_at) VALUES (?, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at)
                """, RowIds.bytes(self));
        jdbc.update(
                "DELETE FROM upstream_node WHERE seen_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND",
                GONE_AFTER.toSeconds());
        return JdbcClient.create(jdbc)
                .sql("SELECT node FROM upstream_node ORDER BY node")
                .query((rs, _) -> RowIds.uuid(rs.getBytes("node")))
                .list();
    }

    void leave(UUID self) {
        jdbc.update("DELETE FROM upstream_node WHERE node = ?", RowIds.bytes(self));
        jdbc.update("DELETE FROM upstream_session WHERE node = ?", RowIds.bytes(self));
    }

    /** Takes a session, or keeps it; false while another node has it. */
    boolean hold(UUID accountId, int slot, UUID self) {
        jdbc.update("""
                INSERT INTO upstream_session (account_id, slot, node, seen_at)
                VALUES (?, ?, ?, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE
                    node = CASE WHEN seen_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND THEN VALUES(node) ELSE node END,
                    seen_at = CASE WHEN node = VALUES(node) THEN VALUES(seen_at) ELSE seen_at END
                """, RowIds.bytes(accountId), slot, RowIds.bytes(self), GONE_AFTER.toSeconds());
        return JdbcClient.create(jdbc)
                        .sql("SELECT COUNT(*) FROM upstream_session WHERE account_id = ? AND slot = ? AND node = ?")
                        .params(RowIds.bytes(accountId), slot, RowIds.bytes(self))
                        .query(Long.class)
                        .single()
                == 1;
    }

    void release(UUID accountId, int slot, UUID self) {
        jdbc.update(
                "DELETE FROM upstream_session WHERE account_id = ? AND slot = ? AND node = ?",
                RowIds.bytes(accountId),
                slot,
                RowIds.bytes(self));
    }

    void figures(UUID accountId, UUID self, List<UpstreamSession> sessions) {
        jdbc.batchUpdate(
                """
                UPDATE upstream_session
                   SET bound_at = ?, in_window = ?, segments = ?, per_second = ?, receipts = ?, last_error = ?,
                       last_error_at = ?
                 WHERE account_id = ? AND slot = ? AND node = ?
                """,
                sessions.stream()
                        .map(session -> new Object[] {
                            Times.utcOrNull(session.boundAt()),
                            session.inWindow(),
                            session.segments(),
                            session.perSecond(),
                            session.receipts(),
                            session.lastError(),
                            Times.utcOrNull(session.lastErrorAt()),
                            RowIds.bytes(accountId),
                            session.slot(),
                            RowIds.bytes(self)
                        })
                        .toList());
    }

    List<UpstreamSession> of(UUID accountId) {
        return JdbcClient.create(jdbc)
                .sql("""
                        SELECT slot, bound_at, in_window, segments, per_second, receipts, last_error, last_error_at
                          FROM upstream_session
                         WHERE account_id = ? AND seen_at > UTC_TIMESTAMP(6) - INTERVAL 15 SECOND
                         ORDER BY slot
                        """)
                .params(RowIds.bytes(accountId))
                .query(SlotRows::session)
                .list();
    }

    private static UpstreamSession session(ResultSet rs, int row) throws SQLException {
        return new UpstreamSession(
                rs.getInt("slot"),
                Times.instantOrNull(rs, "bound_at"),
                rs.getInt("in_window"),
                rs.getLong("segments"),
                rs.getBigDecimal("per_second"),
                rs.getLong("receipts"),
                rs.getString("last_error"),
                Times.instantOrNull(rs, "last_error_at"));
    }
}
