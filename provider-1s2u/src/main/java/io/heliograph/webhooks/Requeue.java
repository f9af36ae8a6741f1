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
        RowKeys keys = RowKeys.of(deliveryIds, _ -> endpoint.tenantId(), Function.identity());
        String deliveries = keys.join("webhooks_delivery d", "d.tenant_id", "d.id");
        jdbc.update(
                "UPDATE " + deliveries + "SET d.state = 'PENDING', d.failures = 0, d.next_try_at = ?, d.state_at = ?",
                keys.and(at, at));
        jdbc.update("""
                INSERT INTO webhooks_queue (tenant_id, endpoint_id, delivery_id, due_at)
                SELECT d.tenant_id, d.endpoint_id, d.id, UTC_TIMESTAMP(6) FROM %s
                ON DUPLICATE KEY UPDATE due_at = IF(lease IS NULL, VALUES(due_at), due_at)
                """.formatted(deliveries), keys.and());
        Transactions.afterCommit(() -> nudges.wake(List.of(endpoint)));
    }
}
