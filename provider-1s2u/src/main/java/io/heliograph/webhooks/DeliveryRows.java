package io.heliograph.webhooks;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of deliveries and their attempts. */
@Repository
class DeliveryRows {

    private static final String LINES = """
            SELECT d.id, d.endpoint_id, d.event_id, e.type, e.message_id, d.state, d.state_at, d.tries, d.last_status,
                d.last_error, d.next_try_at, d.created_at
            FROM webhooks_delivery d JOIN webhooks_event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
            WHERE d.tenant_id = :tenant
            """;

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, below {@code before} if given. */
    List<DeliveryLine> page(UUID tenantId, DeliveryFilter filter, @Nullable UUID before, int size) {
        String sql = LINES
                + conditions(filter)
                + (before == null ? "" : " AND d.id < :before")
                + " ORDER BY d.id DESC LIMIT :size";
        StatementSpec statement = parameters(jdbc.sql(sql), tenantId, filter).param("size", size);
        return (before == null ? statement : statement.param("before", bytes(before)))
                .query(DeliveryRows::line)
                .list();
    }

    Map<DeliveryState, Long> countByState(EndpointKey endpoint) {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        jdbc.sql("""
                SELECT state, COUNT(*) FROM webhooks_delivery
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint GROUP BY state
                """)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .query(row -> {
                    counts.put(DeliveryState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    Optional<DeliveryLine> find(UUID tenantId, UUID id) {
        return jdbc.sql(LINES + " AND d.id = :id")
                .param("tenant", bytes(tenantId))
                .param("id", bytes(id))
                .query(DeliveryRows::line)
                .optional();
    }

    String payload(UUID tenantId, UUID eventId) {
        return jdbc.sql("SELECT payload FROM webhooks_event WHERE tenant_id = :tenant AND id = :id")
                .param("tenant", bytes(tenantId))
                .param("id", bytes(eventId))
                .query(String.class)
                .single();
    }

    List<Attempt> attempts(UUID tenantId, UUID deliveryId) {
        return jdbc.sql("""
                SELECT number, started_at, duration_ms, url, status, error, request_headers, request_body,
                    response_headers, response_body
                FROM webhooks_attempt WHERE tenant_id = :tenant AND delivery_id = :delivery ORDER BY number
                """)
                .param("tenant", bytes(tenantId))
                .param("delivery", bytes(deliveryId))
                .query(DeliveryRows::attempt)
                .list();
    }

    /** Cancels all that is on its way to an endpoint; what is in flight is not recorded any more. */
    void cancelAll(EndpointKey endpoint, Instant now) {
        jdbc.sql("DELETE FROM webhooks_queue WHERE tenant_id = :tenant AND endpoint_id = :endpoint")
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .update();
        jdbc.sql("""
                UPDATE webhooks_delivery SET state = 'CANCELLED', next_try_at = NULL, state_at = :now
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND state IN ('PENDING', 'RETRYING')
                """)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .param("now", Times.utc(now))
                .update();
    }

    private static String conditions(DeliveryFilter filter) {
        return (filter.endpointId() == null ? "" : " AND d.endpoint_id = :endpoint")
                + (filter.state() == null ? "" : " AND d.state = :state")
                + (filter.eventId() == null ? "" : " AND d.event_id = :event")
                + (filter.messageId() == null ? "" : " AND d.event_id IN (:events)");
    }

    private StatementSpec parameters(StatementSpec statement, UUID tenantId, DeliveryFilter filter) {
        StatementSpec with = statement.param("tenant", bytes(tenantId));
        with = filter.endpointId() == null ? with : with.param("endpoint", bytes(filter.endpointId()));
        with = filter.state() == null
                ? with
                : with.param("state", filter.state().name());
        with = filter.eventId() == null ? with : with.param("event", bytes(filter.eventId()));
        return filter.messageId() == null ? with : with.param("events", eventsOf(tenantId, filter.messageId()));
    }

    /** Asked first, so that the few events of a message lead to its deliveries and not a walk over all deliveries. */
    private List<byte[]> eventsOf(UUID tenantId, UUID messageId) {
        List<byte[]> events = jdbc.sql("""
                SELECT id FROM webhooks_event WHERE tenant_id = :tenant AND message_id = :message
                """)
                .param("tenant", bytes(tenantId))
                .param("message", bytes(messageId))
                .query((row, _) -> row.getBytes(1))
                .list();
        return events.isEmpty() ? List.of(bytes(messageId)) : events; // an id that no event has
    }

    private static DeliveryLine line(ResultSet row, int number) throws SQLException {
        return new DeliveryLine(
                RowIds.uuid(row.getBytes("id")),
                RowIds.uuid(row.getBytes("endpoint_id")),
                RowIds.uuid(row.getBytes("event_id")),
                row.getString("type"),
                RowIds.uuidOrNull(row.getBytes("message_id")),
                DeliveryState.valueOf(row.getString("state")),
                Times.instant(row, "state_at"),
                row.getInt("tries"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"),
                Times.instantOrNull(row, "next_try_at"),
                Times.instant(row, "created_at"));
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                Times.instant(row, "started_at"),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getString("url"),
                row.getObject("status", Integer.class),
                row.getString("error"),
                row.getString("request_headers"),
                row.getString("request_body"),
                row.getString("response_headers"),
                row.getString("response_body"));
    }

    long due() {
        return jdbc.sql("SELECT COUNT(*) FROM webhooks_queue WHERE due_at <= UTC_TIMESTAMP(6) OR lease IS NOT NULL")
                .query(Long.class)
                .single();
    }
}
