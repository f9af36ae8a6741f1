package io.heliograph.webhooks.sender;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import io.heliograph.webhooks.EndpointDisabled;
import io.heliograph.webhooks.EndpointKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how endpoints do, and switches off those that are gone or have done nothing but fail for five days. */
@Repository
class EndpointHealth {

    private static final Duration PATIENCE = Duration.ofDays(5);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    EndpointHealth(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** In the transaction that records these outcomes, which are all of this endpoint and in order of time. */
    void record(EndpointKey endpoint, List<Outcome> outcomes) {
        find(endpoint).ifPresent(row -> judge(endpoint, row, outcomes));
    }

    /** In the transaction that records successes of these endpoints. */
    void recover(Collection<EndpointKey> endpoints) {
        RowKeys keys = RowKeys.of(endpoints, EndpointKey::tenantId, EndpointKey::endpointId);
        jdbc.sql("SELECT e.tenant_id, e.id FROM " + keys.join("webhooks_endpoint e", "e.tenant_id", "e.id")
                        + "WHERE e.failing_since IS NOT NULL")
                .params(keys.params())
                .query((row, _) -> new EndpointKey(RowIds.uuid(row.getBytes(1)), RowIds.uuid(row.getBytes(2))))
                .list()
                .forEach(endpoint -> setFailingSince(endpoint, null));
    }

    private record Row(String url, @Nullable Instant failingSince) {}

    private Optional<Row> find(EndpointKey endpoint) {
        return jdbc.sql("""
                SELECT url, failing_since FROM webhooks_endpoint
                WHERE tenant_id = :tenant AND id = :endpoint AND state = 'ON'
                """)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .query((row, _) -> new Row(row.getString("url"), Times.instantOrNull(row, "failing_since")))
                .optional();
    }

    private void judge(EndpointKey endpoint, Row row, List<Outcome> outcomes) {
        Instant first = outcomes.getFirst().exchange().startedAt();
        Instant now = outcomes.getLast().exchange().startedAt();
        Instant failingSince = row.failingSince();
        if (outcomes.stream().anyMatch(Outcome::isGone)) {
            disable(endpoint, row, "Answered 410 Gone", now);
        } else if (outcomes.stream().anyMatch(Outcome::isSuccess)) {
            if (failingSince != null) {
                setFailingSince(endpoint, null);
            }
        } else if (failingSince == null) {
            setFailingSince(endpoint, first);
        } else if (!now.isBefore(failingSince.plus(PATIENCE))) {
            disable(endpoint, row, "Nothing but failures for five days", now);
        }
    }

    private void setFailingSince(EndpointKey endpoint, @Nullable Instant since) {
        jdbc.sql("""
                UPDATE webhooks_endpoint SET failing_since = :since
                WHERE tenant_id = :tenant AND id = :endpoint AND state = 'ON'
                """)
                .param("since", Times.utcOrNull(since))
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .update();
    }

    private void disable(EndpointKey endpoint, Row row, String reason, Instant now) {
        int disabled = jdbc.sql("""
                UPDATE webhooks_endpoint SET state = 'DISABLED', state_at = :now, state_reason = :reason
                WHERE tenant_id = :tenant AND id = :endpoint AND state = 'ON'
                """)
                .param("now", Times.utc(now))
                .param("reason", reason)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .update();
        if (disabled == 1) {
            events.publishEvent(
                    new EndpointDisabled(endpoint.tenantId(), endpoint.endpointId(), row.url(), reason, now));
        }
    }
}
