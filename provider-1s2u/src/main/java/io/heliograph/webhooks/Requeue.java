package io.heliograph.webhooks;

import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Puts deliveries of one endpoint into the queue again, with all their retries ahead of them. */
@Repository
class Requeue {

    private final JdbcTemplate jdbc;
    private final Nudges nudges;

    Requeue(JdbcTemplate jdbc, Nudges nudges) {
        this.jdbc = jdbc;
        this.nudges = nudges;
    }

    /** In the caller's transaction; what is in flight right now, or is deleted, is left as it is. */
    void again(EndpointKey endpoint, List<UUID> deliveryIds, Instant now) {
        Object at = Times.utc(now);
        RowKeys keys = RowKeys.of("tenant_id", "id", deliveryIds, _ -> endpoint.tenantId(), Function.identity());
        jdbc.update("""
                UPDATE webhooks_delivery SET state = 'PENDING', failures = 0, next_try_at = ?, state_at = ?
                 WHERE
                """ + keys.sql(), keys.after(at, at));
        jdbc.update("""
                INSERT INTO webhooks_queue (tenant_id, endpoint_id, delivery_id, due_at)
                SELECT tenant_id, endpoint_id, id, UTC_TIMESTAMP(6) FROM webhooks_delivery WHERE %s
                ON DUPLICATE KEY UPDATE due_at = IF(lease IS NULL, VALUES(due_at), due_at)
                """.formatted(keys.sql()), keys.after());
        Transactions.afterCommit(() -> nudges.wake(List.of(endpoint)));
    }
}
