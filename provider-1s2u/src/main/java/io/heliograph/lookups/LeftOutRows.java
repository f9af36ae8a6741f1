package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code lookups_left_out}. */
@Repository
class LeftOutRows {

    /** More are counted by nobody: a file like that is put right, not read line by line. */
    static final int MOST = 10_000;

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    LeftOutRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID tenantId, UUID jobId, List<LeftOut> leftOut) {
        jdbc.batchUpdate("""
                INSERT INTO lookups_left_out (tenant_id, job_id, place, typed, reason) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE reason = VALUES(reason)
                """, leftOut.subList(0, Math.min(leftOut.size(), MOST)), BATCH, (insert, one) -> {
            insert.setBytes(1, RowIds.bytes(tenantId));
            insert.setBytes(2, RowIds.bytes(jobId));
            insert.setInt(3, one.place());
            insert.setString(4, one.typed());
            insert.setString(5, one.reason());
        });
    }

    List<LeftOut> of(UUID tenantId, UUID jobId, int limit) {
        return jdbc.query(
                """
                SELECT place, typed, reason FROM lookups_left_out
                 WHERE tenant_id = ? AND job_id = ? ORDER BY place, typed LIMIT ?
                """,
                (rs, _) -> new LeftOut(rs.getInt("place"), rs.getString("typed"), rs.getString("reason")),
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId),
                limit);
    }

    int count(UUID tenantId, UUID jobId) {
        Integer count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM lookups_left_out WHERE tenant_id = ? AND job_id = ?",
                Integer.class,
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId));
        return count == null ? 0 : count;
    }

    void delete(UUID tenantId, UUID jobId) {
        jdbc.update(
                "DELETE FROM lookups_left_out WHERE tenant_id = ? AND job_id = ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId));
    }
}
