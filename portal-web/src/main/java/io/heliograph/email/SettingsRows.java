package io.heliograph.email;

import io.heliograph.db.RowIds;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of settings, rules and writers. */
@Repository
class SettingsRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SettingsRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<EmailSettings> find(UUID tenantId) {
        return jdbc.sql("""
                        SELECT sender, subject_in_front, most_parts, most_messages_a_day, report_by_mail
                        FROM email_settings WHERE tenant_id = ?
                        """)
                .param(RowIds.bytes(tenantId))
                .query((row, n) -> new EmailSettings(
                        row.getString("sender"),
                        rules(tenantId),
                        writers(tenantId),
                        row.getBoolean("subject_in_front"),
                        row.getInt("most_parts"),
                        row.getObject("most_messages_a_day", Integer.class),
                        row.getBoolean("report_by_mail")))
                .optional();
    }

    void replace(UUID tenantId, EmailSettings settings) {
        jdbc.sql("""
                        INSERT INTO email_settings
                            (tenant_id, sender, subject_in_front, most_parts, most_messages_a_day, report_by_mail)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE sender = VALUES(sender), subject_in_front = VALUES(subject_in_front),
                            most_parts = VALUES(most_parts), most_messages_a_day = VALUES(most_messages_a_day),
                            report_by_mail = VALUES(report_by_mail)
                        """)
                .param(RowIds.bytes(tenantId))
                .param(settings.sender())
                .param(settings.subjectInFront())
                .param(settings.mostParts())
                .param(settings.mostMessagesADay())
                .param(settings.reportByMail())
                .update();
        replaceRules(tenantId, settings.rules());
        replaceWriters(tenantId, settings.writers());
    }

    private List<SenderRule> rules(UUID tenantId) {
        return jdbc.sql("SELECT who, sender FROM email_sender WHERE tenant_id = ? ORDER BY place")
                .param(RowIds.bytes(tenantId))
                .query((row, n) -> new SenderRule(row.getString("who"), row.getString("sender")))
                .list();
    }

    private List<Writer> writers(UUID tenantId) {
        return jdbc.sql("SELECT who FROM email_writer WHERE tenant_id = ? ORDER BY place")
                .param(RowIds.bytes(tenantId))
                .query((row, n) -> new Writer(row.getString("who")))
                .list();
    }

    private void replaceRules(UUID tenantId, List<SenderRule> rules) {
        jdbc.sql("DELETE FROM email_sender WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .update();
        batches.batchUpdate(
                "INSERT INTO email_sender (tenant_id, place, who, sender) VALUES (?, ?, ?, ?)",
                rules.stream()
                        .map(rule ->
                                new Object[] {RowIds.bytes(tenantId), rules.indexOf(rule), rule.who(), rule.sender()})
                        .toList());
    }

    private void replaceWriters(UUID tenantId, List<Writer> writers) {
        jdbc.sql("DELETE FROM email_writer WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .update();
        batches.batchUpdate(
                "INSERT INTO email_writer (tenant_id, place, who) VALUES (?, ?, ?)",
                writers.stream()
                        .map(writer -> new Object[] {RowIds.bytes(tenantId), writers.indexOf(writer), writer.pattern()})
                        .toList());
    }
}
