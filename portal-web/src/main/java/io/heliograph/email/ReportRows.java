package io.heliograph.email;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of reports that are still to be sent. */
@Repository
class ReportRows {

    /** A report to somebody about a submission, and when it is looked at next. */
    record Promise(UUID tenantId, UUID submissionId, String recipient, Instant askedAt, Instant dueAt) {}

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is there already stays. */
    void insert(Promise promise) {
        jdbc.sql("""
                        INSERT INTO email_report (tenant_id, submission_id, recipient, asked_at, due_at)
                        VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE recipient = recipient
                        """)
                .param(RowIds.bytes(promise.tenantId()))
                .param(RowIds.bytes(promise.submissionId()))
                .param(promise.recipient())
                .param(Times.utc(promise.askedAt()))
                .param(Times.utc(promise.dueAt()))
                .update();
    }

    List<Promise> due(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT tenant_id, submission_id, recipient, asked_at, due_at FROM email_report
                        WHERE due_at <= ? ORDER BY due_at LIMIT ?
                        """)
                .param(Times.utc(now))
                .param(limit)
                .query((row, n) -> new Promise(
                        RowIds.uuid(row.getBytes("tenant_id")),
                        RowIds.uuid(row.getBytes("submission_id")),
                        row.getString("recipient"),
                        Times.instant(row, "asked_at"),
                        Times.instant(row, "due_at")))
                .list();
    }

    void postpone(Promise promise, Instant dueAt) {
        jdbc.sql("UPDATE email_report SET due_at = ? WHERE tenant_id = ? AND submission_id = ? AND due_at = ?")
                .param(Times.utc(dueAt))
                .param(RowIds.bytes(promise.tenantId()))
                .param(RowIds.bytes(promise.submissionId()))
                .param(Times.utc(promise.dueAt()))
                .update();
    }

    /** Takes the promise away; false if another node was faster. */
    boolean keep(Promise promise) {
        return jdbc.sql("DELETE FROM email_report WHERE tenant_id = ? AND submission_id = ? AND due_at = ?")
                        .param(RowIds.bytes(promise.tenantId()))
                        .param(RowIds.bytes(promise.submissionId()))
                        .param(Times.utc(promise.dueAt()))
                        .update()
                == 1;
    }
}
