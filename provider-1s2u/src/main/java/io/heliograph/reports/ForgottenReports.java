package io.heliograph.reports;

import io.heliograph.db.RowKeys;
import io.heliograph.messages.MessageRef;
import io.heliograph.messages.MessagesForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deletes the reports about messages that are deleted, with them. */
@Component
class ForgottenReports {

    private final JdbcTemplate jdbc;

    ForgottenReports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(MessagesForgotten forgotten) {
        RowKeys keys = RowKeys.of(forgotten.messages(), MessageRef::tenantId, MessageRef::messageId);
        jdbc.update("DELETE r FROM " + keys.join("reports_report r", "r.tenant_id", "r.message_id"), keys.and());
    }
}
