package io.heliograph.webhooks;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.Times;
import io.heliograph.webhooks.EndpointFigures.LastAttempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The figures at the head of an endpoint; their cost does not grow with its past. */
@Component
public class Figures {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of one endpoint; zeros and nulls if it is not the tenant's. */
    public EndpointFigures of(UUID tenantId, UUID endpointId) {
        EndpointKey endpoint = new EndpointKey(tenantId, endpointId);
        Sums sums = sums(endpoint);
        return new EndpointFigures(
                sums.succeeded(), sums.failed(), median(endpoint), last(endpoint), nextTryAt(endpoint));
    }

    private record Sums(long succeeded, long failed) {}

    private Sums sums(EndpointKey endpoint) {
        return of(endpoint, """
                SELECT COALESCE(SUM(succeeded), 0) AS succeeded, COALESCE(SUM(failed), 0) AS failed FROM webhooks_hour
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND hour > :since
                """)
                .param("since", Times.utc(clock.instant().minus(WINDOW)))
                .query((row, _) -> new Sums(row.getLong("succeeded"), row.getLong("failed")))
                .single();
    }

    private @Nullable Duration median(EndpointKey endpoint) {
        List<Long> millis = of(endpoint, """
                SELECT a.duration_ms
                FROM (SELECT id FROM webhooks_delivery WHERE tenant_id = :tenant AND endpoint_id = :endpoint
                      ORDER BY id DESC LIMIT 100) d
                JOIN webhooks_attempt a ON a.tenant_id = :tenant AND a.delivery_id = d.id
                WHERE a.status IS NOT NULL
                ORDER BY a.duration_ms
                """).query((row, _) -> row.getLong(1)).list();
        return millis.isEmpty() ? null : Duration.ofMillis(millis.get(millis.size() / 2));
    }

    private @Nullable LastAttempt last(EndpointKey endpoint) {
        return of(endpoint, """
                SELECT last_at, last_status, last_error FROM webhooks_hour
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint ORDER BY hour DESC LIMIT 1
                """)
                .query((row, _) -> new LastAttempt(
                        Times.instant(row, "last_at"),
                        row.getObject("last_status", Integer.class),
                        row.getString("last_error")))
                .optional()
                .orElse(null);
    }

    private @Nullable Instant nextTryAt(EndpointKey endpoint) {
        return of(endpoint, """
                SELECT due_at FROM webhooks_queue
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND lease IS NULL ORDER BY due_at LIMIT 1
                """)
                .query((row, _) -> Times.instant(row, "due_at"))
                .optional()
                .orElse(null);
    }

    private StatementSpec of(EndpointKey endpoint, String sql) {
        return jdbc.sql(sql)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()));
    }
}
