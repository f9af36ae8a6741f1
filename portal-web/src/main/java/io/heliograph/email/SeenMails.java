package io.heliograph.email;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Mails that came lately, refused ones too, kept for 30 days so that a customer finds out why. */
@Component
public class SeenMails {

    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final int WRITER_LENGTH = 254;
    private static final int SAID_LENGTH = 300;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    SeenMails(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps that a mail, or a part of the talk before it, was refused. */
    public void refused(UUID tenantId, String source, String writer, Answer answer) {
        keep(tenantId, source, writer, answer, null);
    }

    /** The newest first. */
    public List<SeenMail> latest(UUID tenantId, int limit) {
        return jdbc.sql("""
                        SELECT id, at, source, writer, status, said, submission_id FROM email_mail
                        WHERE tenant_id = ? ORDER BY id DESC LIMIT ?
                        """)
                .param(RowIds.bytes(tenantId))
                .param(limit)
                .query((row, n) -> new SeenMail(
                        RowIds.uuid(row.getBytes("id")),
                        Times.instant(row, "at"),
                        row.getString("source"),
                        row.getString("writer"),
                        row.getInt("status"),
                        row.getString("said"),
                        RowIds.uuidOrNull(row.getBytes("submission_id"))))
                .list();
    }

    void keep(UUID tenantId, String source, String writer, Answer answer, @Nullable UUID submissionId) {
        transactions.run(() -> jdbc.sql("""
                        INSERT INTO email_mail (tenant_id, id, at, source, writer, status, said, submission_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(RowIds.next()))
                .param(Times.utc(clock.instant()))
                .param(source)
                .param(cut(writer, WRITER_LENGTH))
                .param(answer.status())
                .param(cut(answer.words(), SAID_LENGTH))
                .param(RowIds.bytesOrNull(submissionId))
                .update());
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forgetOld() {
        transactions.inPieces(
                FORGOTTEN_AT_ONCE,
                () -> jdbc.sql("DELETE FROM email_mail WHERE at < UTC_TIMESTAMP(6) - INTERVAL 30 DAY LIMIT ?")
                        .param(FORGOTTEN_AT_ONCE)
                        .update());
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
