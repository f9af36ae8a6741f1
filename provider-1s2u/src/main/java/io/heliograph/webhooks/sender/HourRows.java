package io.heliograph.webhooks.sender;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.Times;
import io.heliograph.webhooks.EndpointKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts what attempts came to, by endpoint and hour. */
@Repository
class HourRows {

    private final JdbcTemplate jdbc;

    HourRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The outcomes of each endpoint are in order of time; the endpoints in theirs, as others count at once. */
    void count(Map<EndpointKey, List<Outcome>> byEndpoint) {
        jdbc.batchUpdate(
                """
                INSERT INTO webhooks_hour
                    (tenant_id, endpoint_id, hour, succeeded, failed, last_at, last_status, last_error)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE succeeded = succeeded + VALUES(succeeded), failed = failed + VALUES(failed),
                    last_at = VALUES(last_at), last_status = VALUES(last_status), last_error = VALUES(last_error)
                """,
                byEndpoint.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static @Nullable Object[] row(EndpointKey endpoint, List<Outcome> outcomes) {
        Outcome last = outcomes.getLast();
        Instant at = last.exchange().startedAt();
        long succeeded = outcomes.stream().filter(Outcome::isSuccess).count();
        return new @Nullable Object[] {
            bytes(endpoint.tenantId()),
            bytes(endpoint.endpointId()),
            Times.utc(at.truncatedTo(ChronoUnit.HOURS)),
            succeeded,
            outcomes.size() - succeeded,
            Times.utc(at),
            last.status(),
            last.exchange().error()
        };
    }
}
