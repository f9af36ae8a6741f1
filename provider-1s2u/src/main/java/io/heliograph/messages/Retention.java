package io.heliograph.messages;

import io.heliograph.db.RowIds;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For how long tenants' messages are kept, with their reports, and lookups. What they cost stays in the books for good. */
@Component
public class Retention {

    /** The fewest days: reports come up to three days late, and a seller looks into what is uncertain after that. */
    public static final int FEWEST_DAYS = 7;

    /** The most days. */
    public static final int MOST_DAYS = 3_650;

    private final JdbcClient jdbc;

    Retention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For how many days after they were accepted; empty for as long as the account. */
    public OptionalInt days(UUID tenantId) {
        return jdbc.sql("SELECT days FROM messages_retention WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /**
     * Keeps messages for so many days from now on; older ones go within an hour.
     *
     * @param days {@link #FEWEST_DAYS} to {@link #MOST_DAYS}
     */
    public void keepFor(UUID tenantId, int days) {
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new IllegalArgumentException(days + " days");
        }
        jdbc.sql("""
                        INSERT INTO messages_retention (tenant_id, days) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE days = VALUES(days)
                        """).params(RowIds.bytes(tenantId), days).update();
    }

    /** Keeps messages for as long as the account. */
    public void keepForGood(UUID tenantId) {
        jdbc.sql("DELETE FROM messages_retention WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .update();
    }

    /** The days of each tenant whose messages are not kept for good. */
    public Map<UUID, Integer> all() {
        return jdbc
                .sql("SELECT tenant_id, days FROM messages_retention")
                .query((rs, _) -> Map.entry(RowIds.uuid(rs.getBytes("tenant_id")), rs.getInt("days")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
