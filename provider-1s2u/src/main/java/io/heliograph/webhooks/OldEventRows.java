package io.heliograph.webhooks;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.RowIds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds events of which nothing is on its way any more, and deletes them. */
@Repository
class OldEventRows {

    private final JdbcClient jdbc;

    OldEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In {@code (after, before)}, oldest first. */
    List<UUID> done(UUID tenantId, UUID after, UUID before, int limit) {
        return jdbc.sql("""
                SELECT e.id FROM webhooks_event e
                WHERE e.tenant_id = :tenant AND e.id > :after AND e.id < :before
                    AND NOT EXISTS (SELECT 1 FROM webhooks_delivery d
                                    WHERE d.tenant_id = e.tenant_id AND d.event_id = e.id
                                        AND d.state IN ('PENDING', 'RETRYING'))
                ORDER BY e.id LIMIT :limit
                """)
                .param("tenant", bytes(tenantId))
                .param("after", bytes(after))
                .param("before", bytes(before))
                .param("limit", limit)
                .query((row, _) -> RowIds.uuid(row.getBytes(1)))
                .list();
    }

    /** Locks the deliveries of these events, and gives the events of which still none is on its way. */
    List<UUID> lockDone(UUID tenantId, List<UUID> events) {
        Set<UUID> busy = new HashSet<>();
        jdbc.sql("""
                SELECT event_id, state FROM webhooks_delivery
                WHERE tenant_id = :tenant AND event_id IN (:events) FOR UPDATE
                """)
                .param("tenant", bytes(tenantId))
                .param("events", bytesOf(events))
                .query(row -> {
                    if (!DeliveryState.valueOf(row.getString("state")).isFinal()) {
                        busy.add(RowIds.uuid(row.getBytes("event_id")));
                    }
                });
        return events.stream().filter(event -> !busy.contains(event)).toList();
    }

    void delete(UUID tenantId, List<UUID> events) {
        List<byte[]> deliveries = jdbc.sql("""
                SELECT id FROM webhooks_delivery WHERE tenant_id = :tenant AND event_id IN (:events) ORDER BY id
                """)
                .param("tenant", bytes(tenantId))
                .param("events", bytesOf(events))
                .query((row, _) -> row.getBytes(1))
                .list();
        if (!deliveries.isEmpty()) {
            delete("webhooks_attempt", "delivery_id", tenantId, deliveries);
            delete("webhooks_delivery", "id", tenantId, deliveries);
        }
        delete("webhooks_event", "id", tenantId, bytesOf(events));
    }

    private void delete(String table, String column, UUID tenantId, List<byte[]> ids) {
        jdbc.sql("DELETE FROM " + table + " WHERE tenant_id = :tenant AND " + column + " IN (:ids)")
                .param("tenant", bytes(tenantId))
                .param("ids", ids)
                .update();
    }

    private static List<byte[]> bytesOf(List<UUID> ids) {
        return ids.stream().map(RowIds::bytes).toList();
    }
}
