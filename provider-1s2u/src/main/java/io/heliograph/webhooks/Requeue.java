package io.heliograph.webhooks;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.Times;
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

    /** In the caller's transaction; what is in flight right now is left as it is. */
    void again(EndpointKey endpoint, List<UUID> deliveryIds, Instant now) {
        Object at = Times.utc(now);
        jdbc.batchUpdate("""
                UPDATE webhooks_delivery SET state = 'PENDING', failures = 0, next_try_at = ?, state_at = ?
                WHERE tenant_id = ? AND id = ?
                """, rows(deliveryIds, id -> new Object[] {at, at, bytes(endpoint.tenantId()), bytes(id)}));
        jdbc.batchUpdate("""
                INSERT INTO webhooks_queue (tenant_id, endpoint_id, delivery_id, due_at)
                VALUES (?, ?, ?, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE due_at = IF(lease IS NULL, VALUES(due_at), due_at)
                """, rows(deliveryIds, id ->
                new Object[] {bytes(endpoint.tenantId()), bytes(endpoint.endpointId()), bytes(id)}));
        nudges.afterCommit(List.of(endpoint));
    }

    private static List<Object[]> rows(List<UUID> ids, Function<UUID, Object[]> row) {
        return ids.stream().map(row).toList();
    }
}
