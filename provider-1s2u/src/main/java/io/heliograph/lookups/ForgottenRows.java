package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds jobs that are too old to be kept, and deletes them with everything of theirs. */
@Repository
class ForgottenRows {

    private final JdbcTemplate jdbc;

    ForgottenRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A job that may go.
     *
     * @param credits its price less refunds, in ten-thousandths
     */
    record Old(UUID jobId, boolean charged, long credits, int numbers) {}

    /** One node at a time: held until the transaction ends. */
    void lock(UUID tenantId) {
        jdbc.update("""
                INSERT INTO lookups_forgotten (tenant_id, credits, charges, refunds) VALUES (?, 0, 0, 0)
                ON DUPLICATE KEY UPDATE credits = lookups_forgotten.credits
                """, RowIds.bytes(tenantId));
        jdbc.queryForList(
                "SELECT credits FROM lookups_forgotten WHERE tenant_id = ? FOR UPDATE", RowIds.bytes(tenantId));
    }

    /** Jobs that were over before a time, and of which nothing is under way, oldest first. */
    List<Old> over(UUID tenantId, Instant before, int limit) {
        return jdbc.query(
                """
                SELECT id, price > 0 AS charged, price - refunded AS credits,
                       active + switched_off + no_messages + not_in_use + unclear + failed + cancelled AS numbers
                  FROM lookups_job
                 WHERE tenant_id = ? AND id < ? AND finished_at < ? AND unsettled = FALSE
                   AND state IN ('CANCELLED', 'DONE') AND waiting = 0 AND asking = 0
                 ORDER BY id
                 LIMIT ?
                """,
                (rs, _) -> new Old(
                        RowIds.uuid(rs.getBytes("id")),
                        rs.getBoolean("charged"),
                        rs.getLong("credits"),
                        rs.getInt("numbers")),
                RowIds.bytes(tenantId),
                RowIds.bytes(RowIds.lowest(before)),
                Times.utc(before),
                limit);
    }

    /** Adds to what is remembered what these came to; they are there yet. */
    void remember(UUID tenantId, List<Old> jobs) {
        RowKeys keys = keys(tenantId, jobs);
        Long refunds = jdbc.queryForObject(
                "SELECT COUNT(DISTINCT l.refund_id) FROM " + keys.join("lookups_lookup l", "l.tenant_id", "l.job_id")
                        + "WHERE l.refunded > 0",
                Long.class,
                keys.and());
        jdbc.update(
                """
                UPDATE lookups_forgotten SET credits = credits + ?, charges = charges + ?, refunds = refunds + ?
                 WHERE tenant_id = ?
                """,
                jobs.stream().mapToLong(Old::credits).sum(),
                jobs.stream().filter(Old::charged).count(),
                refunds,
                RowIds.bytes(tenantId));
    }

    void delete(UUID tenantId, List<Old> jobs) {
        RowKeys keys = keys(tenantId, jobs);
        String lookups = keys.join("lookups_lookup l", "l.tenant_id", "l.job_id");
        jdbc.update("DELETE a FROM " + lookups + """
                  STRAIGHT_JOIN lookups_answer a
                    ON a.tenant_id = l.tenant_id AND a.msisdn = l.msisdn AND a.job_id = l.job_id
                """, keys.and());
        jdbc.update("DELETE r FROM " + keys.join("lookups_row r", "r.tenant_id", "r.job_id"), keys.and());
        jdbc.update("DELETE h FROM " + keys.join("lookups_heading h", "h.tenant_id", "h.job_id"), keys.and());
        jdbc.update("DELETE o FROM " + keys.join("lookups_left_out o", "o.tenant_id", "o.job_id"), keys.and());
        jdbc.update("DELETE l FROM " + lookups, keys.and());
        jdbc.update("DELETE j FROM " + keys.join("lookups_job j", "j.tenant_id", "j.id"), keys.and());
    }

    private static RowKeys keys(UUID tenantId, List<Old> jobs) {
        return RowKeys.of(jobs, _ -> tenantId, Old::jobId);
    }
}
