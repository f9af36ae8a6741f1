package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What is to be asked: lookups that wait, of jobs that run. Whoever changes lookups of a job holds the job's row locked.
 * All times are the database's.
 */
@Repository
class QueueRows {

    private static final int MOST_JOBS = 500;

    private final JdbcTemplate jdbc;

    QueueRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A job with something that waits. */
    record Open(UUID tenantId, UUID jobId) {}

    /** Running jobs of an account of which numbers wait, without those of tenants that are held; oldest first. */
    List<Open> open(UUID accountId) {
        Set<UUID> held = new HashSet<>(
                jdbc.query("SELECT tenant_id FROM lookups_hold", (rs, _) -> RowIds.uuid(rs.getBytes("tenant_id"))));
        return jdbc
                .query(
                        """
                SELECT tenant_id, id FROM lookups_job
                 WHERE account_id = ? AND unsettled = TRUE AND state = 'RUNNING' AND waiting > 0
                 ORDER BY started_at LIMIT ?
                """,
                        (rs, _) -> new Open(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("id"))),
                        RowIds.bytes(accountId),
                        MOST_JOBS)
                .stream()
                .filter(job -> !held.contains(job.tenantId()))
                .toList();
    }

    /** Locks a job; false if it does not run any more. */
    boolean lockRunning(UUID tenantId, UUID jobId) {
        return jdbc.queryForList(
                        "SELECT state FROM lookups_job WHERE tenant_id = ? AND id = ? FOR UPDATE",
                        String.class,
                        RowIds.bytes(tenantId),
                        RowIds.bytes(jobId))
                .contains(LookupJobState.RUNNING.name());
    }

    /**
     * The next numbers of a job that are due, claimed until the lease ends. The job is locked. Without being told, the
     * database goes through all that is answered, by the primary key.
     */
    List<Asked> claim(UUID tenantId, UUID jobId, int limit, UUID lease, Duration leaseTime) {
        List<Asked> due = jdbc.query("""
                SELECT tenant_id, job_id, position, msisdn, destination, chain_id, tries + 1 AS tries, alone
                  FROM lookups_lookup FORCE INDEX (lookups_lookup_state)
                 WHERE tenant_id = ? AND job_id = ? AND state = 'WAITING' AND status IS NULL
                   AND due_at <= UTC_TIMESTAMP(6)
                 ORDER BY position LIMIT ?
                """, QueueRows::asked, RowIds.bytes(tenantId), RowIds.bytes(jobId), limit);
        if (!due.isEmpty()) {
            List<Object> params = new ArrayList<>(
                    List.of(RowIds.bytes(lease), leaseTime.toSeconds(), RowIds.bytes(tenantId), RowIds.bytes(jobId)));
            due.forEach(one -> params.add(one.position()));
            jdbc.update("""
                    UPDATE lookups_lookup
                       SET state = 'ASKING', lease = ?, tries = tries + 1,
                           due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND)
                     WHERE tenant_id = ? AND job_id = ? AND state = 'WAITING' AND position IN (%s)
                    """.formatted(String.join(", ", Collections.nCopies(due.size(), "?"))), params.toArray());
            jdbc.update("""
                    UPDATE lookups_job SET waiting = waiting - ?, asking = asking + ?, version = version + 1
                     WHERE tenant_id = ? AND id = ?
                    """, due.size(), due.size(), RowIds.bytes(tenantId), RowIds.bytes(jobId));
        }
        return due;
    }

    /** Jobs of an account with numbers whose lease ended before there was an answer. */
    List<Open> abandoned(UUID accountId) {
        return jdbc.query(
                """
                SELECT j.tenant_id, j.id FROM lookups_job j
                 WHERE j.account_id = ? AND j.unsettled = TRUE AND j.asking > 0
                   AND EXISTS (SELECT 1 FROM lookups_lookup l
                                WHERE l.tenant_id = j.tenant_id AND l.job_id = j.id AND l.state = 'ASKING'
                                  AND l.due_at <= UTC_TIMESTAMP(6))
                 LIMIT ?
                """,
                (rs, _) -> new Open(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("id"))),
                RowIds.bytes(accountId),
                MOST_JOBS);
    }

    /** The numbers of a job whose lease ended, with the lease. The job is locked. */
    List<Left> left(UUID tenantId, UUID jobId) {
        return jdbc.query(
                """
                SELECT tenant_id, job_id, position, msisdn, destination, chain_id, tries, alone, lease
                  FROM lookups_lookup
                 WHERE tenant_id = ? AND job_id = ? AND state = 'ASKING' AND due_at <= UTC_TIMESTAMP(6)
                """,
                (rs, row) -> new Left(asked(rs, row), RowIds.uuid(rs.getBytes("lease"))),
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId));
    }

    /** A lookup whose node did not come back with an answer. */
    record Left(Asked asked, UUID lease) {}

    /** Jobs of an account that run for longer than a job may. */
    List<Open> expired(UUID accountId) {
        return jdbc.query(
                """
                SELECT tenant_id, id FROM lookups_job
                 WHERE account_id = ? AND unsettled = TRUE AND state = 'RUNNING' AND expires_at <= UTC_TIMESTAMP(6)
                 LIMIT ?
                """,
                (rs, _) -> new Open(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("id"))),
                RowIds.bytes(accountId),
                MOST_JOBS);
    }

    /** Jobs of an account that were stopped and still have numbers that wait: a node died while it refunded them. */
    List<Open> halfStopped(UUID accountId) {
        return jdbc.query(
                """
                SELECT tenant_id, id FROM lookups_job
                 WHERE account_id = ? AND unsettled = TRUE AND state = 'CANCELLED' AND waiting > 0
                 LIMIT ?
                """,
                (rs, _) -> new Open(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("id"))),
                RowIds.bytes(accountId),
                MOST_JOBS);
    }

    /** Whether the lookups of the job's account are paused. */
    boolean isHeld(UUID tenantId, UUID jobId) {
        Integer paused = jdbc.queryForObject("""
                SELECT COUNT(*) FROM lookups_job j JOIN lookups_account a ON a.account_id = j.account_id
                 WHERE j.tenant_id = ? AND j.id = ? AND j.unsettled = TRUE AND a.strikes > 0
                """, Integer.class, RowIds.bytes(tenantId), RowIds.bytes(jobId));
        return paused != null && paused > 0;
    }

    void hold(Collection<UUID> tenantIds) {
        for (UUID tenantId : tenantIds) {
            try {
                jdbc.update(
                        "INSERT INTO lookups_hold (tenant_id, held_at) VALUES (?, UTC_TIMESTAMP(6))",
                        RowIds.bytes(tenantId));
            } catch (DuplicateKeyException _) {
                // Held already.
            }
        }
    }

    void release(Collection<UUID> tenantIds) {
        tenantIds.forEach(
                tenantId -> jdbc.update("DELETE FROM lookups_hold WHERE tenant_id = ?", RowIds.bytes(tenantId)));
    }

    static Asked asked(ResultSet rs, int row) throws SQLException {
        return new Asked(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("job_id")),
                rs.getInt("position"),
                rs.getString("msisdn"),
                rs.getString("destination"),
                RowIds.uuid(rs.getBytes("chain_id")),
                rs.getInt("tries"),
                rs.getBoolean("alone"));
    }
}
