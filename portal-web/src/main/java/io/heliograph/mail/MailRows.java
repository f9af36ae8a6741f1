package io.heliograph.mail;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of mails. {@code due_at} is when one may be tried next; null when it is done with. */
@Repository
class MailRows {

    private static final String COLUMNS =
            "id, tenant_id, sender, recipient, subject, body, created_at, sent_at, last_error";

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID tenantId, String sender, String recipient, String subject, String body) {
        jdbc.sql("""
                        INSERT INTO mail_outbox (id, tenant_id, sender, recipient, subject, body, created_at, due_at)
                        VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
                        """)
                .param(RowIds.bytes(RowIds.next()))
                .param(RowIds.bytes(tenantId))
                .param(sender)
                .param(recipient)
                .param(subject)
                .param(body)
                .update();
    }

    /** Takes up to {@code limit} mails that are due, under a lease; a mail whose lease runs out is due again. */
    List<Mail> claim(UUID lease, Duration length, int limit) {
        List<UUID> due = jdbc.sql("""
                        SELECT id FROM mail_outbox WHERE due_at <= UTC_TIMESTAMP(6) ORDER BY due_at LIMIT ?
                        """)
                .param(limit)
                .query((row, n) -> RowIds.uuid(row.getBytes("id")))
                .list();
        for (UUID id : due) {
            jdbc.sql("""
                            UPDATE mail_outbox
                            SET lease = ?, tries = tries + 1, due_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
                            WHERE id = ? AND due_at <= UTC_TIMESTAMP(6)
                            """)
                    .param(RowIds.bytes(lease))
                    .param(length.toSeconds())
                    .param(RowIds.bytes(id))
                    .update();
        }
        return due.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT " + COLUMNS + " FROM mail_outbox WHERE lease = :lease AND id IN (:ids)")
                        .param("lease", RowIds.bytes(lease))
                        .param("ids", due.stream().map(RowIds::bytes).toList())
                        .query(MailRows::mail)
                        .list();
    }

    void sent(UUID id, UUID lease) {
        jdbc.sql("""
                        UPDATE mail_outbox
                        SET sent_at = UTC_TIMESTAMP(6), due_at = NULL, lease = NULL, last_error = NULL
                        WHERE id = ? AND lease = ?
                        """).param(RowIds.bytes(id)).param(RowIds.bytes(lease)).update();
    }

    /** Not taken: due again after 30 s, doubling with every try up to an hour; given up after {@code tryFor}. */
    void failed(UUID id, UUID lease, String error, Duration tryFor) {
        jdbc.sql("""
                        UPDATE mail_outbox
                        SET last_error = ?, lease = NULL,
                            due_at = CASE WHEN created_at + INTERVAL ? SECOND < UTC_TIMESTAMP(6) THEN NULL
                                ELSE UTC_TIMESTAMP(6) + INTERVAL LEAST(3600, 30 * POW(2, LEAST(tries, 10) - 1)) SECOND END
                        WHERE id = ? AND lease = ?
                        """)
                .param(error)
                .param(tryFor.toSeconds())
                .param(RowIds.bytes(id))
                .param(RowIds.bytes(lease))
                .update();
    }

    List<Mail> latest(@Nullable String recipient, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM mail_outbox WHERE ? IS NULL OR recipient = ? ORDER BY id DESC LIMIT ?
                        """)
                .param(recipient)
                .param(recipient)
                .param(limit)
                .query(MailRows::mail)
                .list();
    }

    private static Mail mail(ResultSet row, int n) throws SQLException {
        return new Mail(
                RowIds.uuid(row.getBytes("id")),
                RowIds.uuid(row.getBytes("tenant_id")),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                Times.instant(row, "created_at"),
                Times.instantOrNull(row, "sent_at"),
                row.getString("last_error"));
    }
}
