package io.heliograph.messages;

import io.heliograph.db.RowIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For how long tenants' messages are kept, with their reports, and lookups. What they cost stays in the books for good. */
@Component
public class Retention {

    /** The fewest days: reports come up to three days late, and a seller looks into what is uncertain after that. */
    public static final int FEWEST_DAYS = 7;

    /** The most days. */
    public static final int MOST_DAYS = 3_650;

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Retention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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

    /**
     * Has what is too old by now deleted, tenant by tenant. What fails for one is logged, and tried again when this is called
     * the next time; the others go on.
     *
     * @param what for the log
     * @param forgetting deletes what is older than this of this tenant
     */
    public void apply(String what, BiConsumer<UUID, Instant> forgetting) {
        all().forEach((tenantId, days) -> {
            try {
                forgetting.accept(tenantId, clock.instant().minus(Duration.ofDays(days)));
            } catch (RuntimeException e) {
                log.error("Old {} of tenant {} are still there", what, tenantId, e);
            }
        });
    }

    private Map<UUID, Integer> all() {
        return jdbc
                .sql("SELECT tenant_id, days FROM messages_retention")
                .query((rs, _) -> Map.entry(RowIds.uuid(rs.getBytes("tenant_id")), rs.getInt("days")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
