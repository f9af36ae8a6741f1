package io.heliograph.reports;

import io.heliograph.db.RowIds;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code reports_pending}: reports that are still to be matched. All times are the database's. */
@Repository
class PendingRows {

    private final JdbcTemplate jdbc;

    PendingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Report> reports) {
        jdbc.batchUpdate(
                "INSERT INTO reports_pending (account_id, report_id, due_at) VALUES (?, ?, UTC_TIMESTAMP(6))",
                reports.stream()
                        .map(report -> new Object[] {RowIds.bytes(report.accountId()), RowIds.bytes(report.id())})
                        .toList());
    }

    List<Pending> due(int limit) {
        return jdbc.query(
                """
                SELECT account_id, report_id, tries
                  FROM reports_pending
                 WHERE due_at <= UTC_TIMESTAMP(6)
                 ORDER BY due_at
                 LIMIT ?
                """,
                (rs, _) -> new Pending(
                        RowIds.uuid(rs.getBytes("account_id")),
                        RowIds.uuid(rs.getBytes("report_id")),
                        rs.getInt("tries")),
                limit);
    }

    /** Takes a due report out, for the transaction that settles it; false if another node has it. */
    boolean take(Pending pending) {
        return jdbc.update(
                        "DELETE FROM reports_pending WHERE account_id = ? AND report_id = ? AND tries = ?",
                        RowIds.bytes(pending.accountId()),
                        RowIds.bytes(pending.reportId()),
                        pending.tries())
                == 1;
    }

    void postpone(Pending pending, Duration wait) {
        jdbc.update(
                """
                UPDATE reports_pending
                   SET tries = tries + 1, due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND)
                 WHERE account_id = ? AND report_id = ? AND tries = ?
                """,
                wait.toNanos() / 1_000,
                RowIds.bytes(pending.accountId()),
                RowIds.bytes(pending.reportId()),
                pending.tries());
    }

    /** A report to be matched, looked at {@code tries} times before. */
    record Pending(UUID accountId, UUID reportId, int tries) {}
}
