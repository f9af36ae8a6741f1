package io.heliograph.email;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts messages by the day of the customer's zone, on all nodes together. */
@Component
class DayLimit {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Transactions transactions;
    private final Clock clock;

    DayLimit(JdbcClient jdbc, Tenants tenants, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The present day of a customer. */
    LocalDate today(UUID tenantId) {
        return LocalDate.ofInstant(clock.instant(), tenants.get(tenantId).zone());
    }

    /** Counts messages before they are made; false, and nothing is counted, if that is more than {@code most}. */
    boolean take(UUID tenantId, LocalDate day, int messages, int most) {
        return transactions.call(() -> {
            jdbc.sql("""
                            INSERT INTO email_day (tenant_id, day, messages) VALUES (?, ?, 0)
                            ON DUPLICATE KEY UPDATE messages = messages
                            """).param(RowIds.bytes(tenantId)).param(day).update();
            return add(tenantId, day, messages, most) == 1;
        });
    }

    /** Of messages that were counted none was made. */
    void giveBack(UUID tenantId, LocalDate day, int messages) {
        transactions.run(() -> add(tenantId, day, -messages, Integer.MAX_VALUE));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetOld() {
        transactions.run(() -> jdbc.sql("DELETE FROM email_day WHERE day < UTC_DATE() - INTERVAL 7 DAY")
                .update());
    }

    private int add(UUID tenantId, LocalDate day, int messages, int most) {
        return jdbc.sql("""
                        UPDATE email_day SET messages = messages + ?
                        WHERE tenant_id = ? AND day = ? AND messages + ? <= ?
                        """)
                .param(messages)
                .param(RowIds.bytes(tenantId))
                .param(day)
                .param(messages)
                .param(most)
                .update();
    }
}
