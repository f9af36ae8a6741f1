package io.heliograph.webhooks;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of endpoints. */
@Repository
class EndpointRows {

    private static final String COLUMNS = """
            SELECT tenant_id, id, url, format, state, state_at, state_reason, old_secret_until, failing_since, created_at
            FROM webhooks_endpoint
            """;

    private final JdbcClient jdbc;

    EndpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID tenantId, UUID id, String url, WebhookFormat format, byte[] secret, Instant now) {
        jdbc.sql("""
                INSERT INTO webhooks_endpoint (tenant_id, id, url, format, state, state_at, secret_encrypted, created_at)
                VALUES (:tenant, :id, :url, :format, 'PENDING', :now, :secret, :now)
                """)
                .param("tenant", bytes(tenantId))
                .param("id", bytes(id))
                .param("url", url)
                .param("format", format.code())
                .param("secret", secret)
                .param("now", Times.utc(now))
                .update();
    }

    Optional<Endpoint> find(UUID tenantId, UUID id) {
        return jdbc.sql(COLUMNS + "WHERE tenant_id = :tenant AND id = :id")
                .param("tenant", bytes(tenantId))
                .param("id", bytes(id))
                .query(EndpointRows::endpoint)
                .optional();
    }

    List<Endpoint> ofTenant(UUID tenantId) {
        return jdbc.sql(COLUMNS + "WHERE tenant_id = :tenant AND state <> 'DELETED' ORDER BY id")
                .param("tenant", bytes(tenantId))
                .query(EndpointRows::endpoint)
                .list();
    }

    /** Moves it from the one state to the other; false if it is not in the first any more. */
    boolean move(Endpoint endpoint, EndpointState to, Instant now) {
        return jdbc.sql("""
                UPDATE webhooks_endpoint
                SET state = :to, state_at = :now, state_reason = NULL, failing_since = NULL
                WHERE tenant_id = :tenant AND id = :id AND state = :from
                """)
                        .param("to", to.name())
                        .param("now", Times.utc(now))
                        .param("tenant", bytes(endpoint.tenantId()))
                        .param("id", bytes(endpoint.id()))
                        .param("from", endpoint.state().name())
                        .update()
                == 1;
    }

    void changeUrl(Endpoint endpoint, String url) {
        jdbc.sql("UPDATE webhooks_endpoint SET url = :url WHERE tenant_id = :tenant AND id = :id")
                .param("url", url)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("id", bytes(endpoint.id()))
                .update();
    }

    /** Replaces the secret of an endpoint that is in use; the one before is kept until then. */
    void rotate(Endpoint endpoint, byte[] secret, Instant oldUntil) {
        jdbc.sql("""
                UPDATE webhooks_endpoint
                SET old_secret_encrypted = secret_encrypted, old_secret_until = :until, secret_encrypted = :secret
                WHERE tenant_id = :tenant AND id = :id
                """)
                .param("until", Times.utc(oldUntil))
                .param("secret", secret)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("id", bytes(endpoint.id()))
                .update();
    }

    /** Replaces the secret and forgets the one before. */
    void replaceSecret(Endpoint endpoint, byte[] secret) {
        jdbc.sql("""
                UPDATE webhooks_endpoint
                SET secret_encrypted = :secret, old_secret_encrypted = NULL, old_secret_until = NULL
                WHERE tenant_id = :tenant AND id = :id
                """)
                .param("secret", secret)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("id", bytes(endpoint.id()))
                .update();
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                RowIds.uuid(row.getBytes("tenant_id")),
                RowIds.uuid(row.getBytes("id")),
                row.getString("url"),
                WebhookFormat.of(row.getString("format")),
                EndpointState.valueOf(row.getString("state")),
                Times.instant(row, "state_at"),
                row.getString("state_reason"),
                Times.instantOrNull(row, "old_secret_until"),
                Times.instantOrNull(row, "failing_since"),
                Times.instant(row, "created_at"));
    }
}
