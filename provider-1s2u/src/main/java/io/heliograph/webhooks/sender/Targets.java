package io.heliograph.webhooks.sender;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.Times;
import io.heliograph.secrets.Secrets;
import io.heliograph.webhooks.EndpointKey;
import io.heliograph.webhooks.WebhookFormat;
import io.heliograph.webhooks.wire.SigningSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads where an endpoint's deliveries go and what signs them. */
@Repository
class Targets {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    Targets(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Empty if the endpoint is not on. */
    Optional<Target> find(EndpointKey endpoint) {
        return jdbc.sql("""
                SELECT url, format, secret_encrypted, old_secret_encrypted, old_secret_until
                FROM webhooks_endpoint WHERE tenant_id = :tenant AND id = :endpoint AND state = 'ON'
                """)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .query((row, _) -> target(row))
                .optional();
    }

    private Target target(ResultSet row) throws SQLException {
        Instant oldUntil = Times.instantOrNull(row, "old_secret_until");
        boolean oldSigns = oldUntil != null && clock.instant().isBefore(oldUntil);
        return new Target(
                row.getString("url"),
                WebhookFormat.of(row.getString("format")),
                Stream.of(row.getBytes("secret_encrypted"), oldSigns ? row.getBytes("old_secret_encrypted") : null)
                        .flatMap(Stream::ofNullable)
                        .map(kept -> SigningSecret.parse(secrets.decrypt(kept)))
                        .toList());
    }
}
