package io.heliograph.webhooks;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where events go and what signs them. */
@Repository
public class Destinations {

    private static final String ON = """
            SELECT tenant_id, id, url, format, secret_encrypted, old_secret_encrypted, old_secret_until
            FROM webhooks_endpoint WHERE state = 'ON'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Destinations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty if the endpoint is not on. */
    public Optional<Destination> of(EndpointKey endpoint) {
        return jdbc.sql(ON + " AND tenant_id = :tenant AND id = :endpoint")
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .query((row, _) -> destination(row))
                .optional();
    }

    /** Those of these tenants' endpoints that are on. */
    List<Destination> of(Collection<UUID> tenantIds) {
        return jdbc.sql(ON + " AND tenant_id IN (:tenants)")
                .param("tenants", tenantIds.stream().map(RowIds::bytes).toList())
                .query((row, _) -> destination(row))
                .list();
    }

    private Destination destination(ResultSet row) throws SQLException {
        Instant oldUntil = Times.instantOrNull(row, "old_secret_until");
        boolean oldSigns = oldUntil != null && clock.instant().isBefore(oldUntil);
        return new Destination(
                new EndpointKey(RowIds.uuid(row.getBytes("tenant_id")), RowIds.uuid(row.getBytes("id"))),
                row.getString("url"),
                WebhookFormat.of(row.getString("format")),
                Stream.of(row.getBytes("secret_encrypted"), oldSigns ? row.getBytes("old_secret_encrypted") : null)
                        .flatMap(Stream::ofNullable)
                        .map(SealedSecret::new)
                        .toList());
    }
}
