package io.heliograph.webhooks.sender;

import static io.heliograph.db.RowIds.bytes;
import static java.util.stream.Collectors.groupingBy;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.webhooks.EndpointKey;
import io.heliograph.webhooks.WebhooksProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes deliveries from the queue by compare-and-set: a row that is due is given a lease, and only its holder may record
 * what came of it. All times are the database's, so nodes need not agree on theirs.
 */
@Repository
class Claims {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Targets targets;
    private final Duration lease;

    Claims(JdbcClient jdbc, Transactions transactions, Targets targets, WebhooksProperties properties) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.targets = targets;
        this.lease = properties.lease();
    }

    /** The endpoints that are on and have something due. */
    List<EndpointKey> due() {
        return jdbc.sql("""
                SELECT q.tenant_id, q.endpoint_id
                FROM (SELECT tenant_id, endpoint_id, MIN(due_at) AS due_at
                      FROM webhooks_queue GROUP BY tenant_id, endpoint_id) q
                JOIN webhooks_endpoint e ON e.tenant_id = q.tenant_id AND e.id = q.endpoint_id AND e.state = 'ON'
                WHERE q.due_at <= UTC_TIMESTAMP(6)
                """)
                .query((row, _) -> new EndpointKey(RowIds.uuid(row.getBytes(1)), RowIds.uuid(row.getBytes(2))))
                .list();
    }

    /** Takes what has been due for longest, if the endpoint is on. */
    List<Claim> take(EndpointKey endpoint, int most) {
        long leaseEnds = System.nanoTime() + lease.toNanos();
        UUID token = UUID.randomUUID();
        return transactions.call(() -> {
            Optional<Target> target = targets.find(endpoint);
            List<byte[]> due = target.isEmpty() ? List.of() : dueDeliveries(endpoint, most);
            if (due.isEmpty() || lease(endpoint, due, token) == 0) {
                return List.of();
            }
            return leased(endpoint, due, token, target.orElseThrow(), leaseEnds);
        });
    }

    /** Gives back what was not made after all, all of one endpoint; it is due at once. */
    void giveBack(List<Claim> claims) {
        claims.stream().collect(groupingBy(Claim::lease)).forEach(this::giveBack);
    }

    private void giveBack(UUID token, List<Claim> claims) {
        jdbc.sql("""
                UPDATE webhooks_queue SET lease = NULL, due_at = UTC_TIMESTAMP(6)
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND delivery_id IN (:deliveries) AND lease = :lease
                """)
                .param("tenant", bytes(claims.getFirst().endpoint().tenantId()))
                .param("endpoint", bytes(claims.getFirst().endpoint().endpointId()))
                .param(
                        "deliveries",
                        claims.stream().map(claim -> bytes(claim.deliveryId())).toList())
                .param("lease", bytes(token))
                .update();
    }

    private List<byte[]> dueDeliveries(EndpointKey endpoint, int most) {
        return jdbc.sql("""
                SELECT delivery_id FROM webhooks_queue
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND due_at <= UTC_TIMESTAMP(6)
                ORDER BY due_at, delivery_id LIMIT :most
                """)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .param("most", most)
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    private int lease(EndpointKey endpoint, List<byte[]> deliveries, UUID token) {
        return jdbc.sql("""
                UPDATE webhooks_queue SET lease = :lease, due_at = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND delivery_id IN (:deliveries)
                    AND due_at <= UTC_TIMESTAMP(6)
                """)
                .param("lease", bytes(token))
                .param("seconds", lease.toSeconds())
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .param("deliveries", deliveries)
                .update();
    }

    private List<Claim> leased(
            EndpointKey endpoint, List<byte[]> deliveries, UUID token, Target target, long leaseEnds) {
        return jdbc.sql("""
                SELECT q.delivery_id, d.event_id, e.payload, d.tries, d.failures
                FROM webhooks_queue q
                JOIN webhooks_delivery d ON d.tenant_id = q.tenant_id AND d.id = q.delivery_id
                JOIN webhooks_event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
                WHERE q.tenant_id = :tenant AND q.endpoint_id = :endpoint AND q.delivery_id IN (:deliveries)
                    AND q.lease = :lease
                ORDER BY q.delivery_id
                """)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .param("deliveries", deliveries)
                .param("lease", bytes(token))
                .query((row, _) -> claim(row, endpoint, target, token, leaseEnds))
                .list();
    }

    private static Claim claim(ResultSet row, EndpointKey endpoint, Target target, UUID token, long leaseEnds)
            throws SQLException {
        return new Claim(
                endpoint,
                target,
                RowIds.uuid(row.getBytes("delivery_id")),
                RowIds.uuid(row.getBytes("event_id")),
                row.getString("payload"),
                row.getInt("tries"),
                row.getInt("failures"),
                token,
                leaseEnds);
    }
}
