package io.heliograph.reports;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.messages.MessageRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code reports_report}. */
@Repository
class ReportRows {

    private static final String COLUMNS = """
            account_id, id, received_at, provider_message_id, msisdn, source, response, sent_date, sent_at, raw, outcome
            """;

    private final JdbcTemplate jdbc;

    ReportRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Settled> settled) {
        jdbc.batchUpdate(
                "INSERT INTO reports_report (" + COLUMNS
                        + ", tenant_id, message_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                settled.stream().map(ReportRows::insertion).toList());
    }

    Optional<Report> find(UUID accountId, UUID id) {
        return JdbcClient.create(jdbc)
                .sql("SELECT " + COLUMNS + " FROM reports_report WHERE account_id = ? AND id = ?")
                .params(RowIds.bytes(accountId), RowIds.bytes(id))
                .query(ReportRows::report)
                .optional();
    }

    /** The reports about a message, in the order in which they came. */
    List<Report> of(MessageRef ref) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM reports_report WHERE tenant_id = ? AND message_id = ? ORDER BY id",
                ReportRows::report,
                RowIds.bytes(ref.tenantId()),
                RowIds.bytes(ref.messageId()));
    }

    void settle(Settled settled) {
        MessageRef ref = settled.about();
        jdbc.update(
                """
                UPDATE reports_report
                   SET outcome = ?, tenant_id = ?, message_id = ?
                 WHERE account_id = ? AND id = ?
                """,
                settled.outcome().name(),
                ref == null ? null : RowIds.bytes(ref.tenantId()),
                ref == null ? null : RowIds.bytes(ref.messageId()),
                RowIds.bytes(settled.report().accountId()),
                RowIds.bytes(settled.report().id()));
    }

    private static @Nullable Object[] insertion(Settled settled) {
        Report report = settled.report();
        MessageRef ref = settled.about();
        return new @Nullable Object[] {
            RowIds.bytes(report.accountId()),
            RowIds.bytes(report.id()),
            Times.utc(report.receivedAt()),
            report.providerMessageId(),
            report.msisdn(),
            report.source(),
            report.response(),
            report.sentDate(),
            Times.utc(report.sentAt()),
            report.raw(),
            settled.outcome().name(),
            ref == null ? null : RowIds.bytes(ref.tenantId()),
            ref == null ? null : RowIds.bytes(ref.messageId())
        };
    }

    private static Report report(ResultSet rs, int row) throws SQLException {
        return new Report(
                RowIds.uuid(rs.getBytes("account_id")),
                RowIds.uuid(rs.getBytes("id")),
                Times.instant(rs, "received_at"),
                rs.getString("provider_message_id"),
                rs.getString("msisdn"),
                rs.getString("source"),
                rs.getString("response"),
                rs.getString("sent_date"),
                Times.instant(rs, "sent_at"),
                rs.getString("raw"),
                ReportOutcome.valueOf(rs.getString("outcome")));
    }
}
