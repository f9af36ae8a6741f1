package io.heliograph.federation;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.secrets.Secrets;
import io.heliograph.tenants.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of companies' providers; their secrets are sealed. */
@Repository
class ProviderRows {

    private final JdbcClient jdbc;
    private final Secrets secrets;

    ProviderRows(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    Optional<CompanyProvider> find(UUID tenantId) {
        return jdbc.sql("""
                        SELECT label, issuer, client_id, client_secret, domains, new_role FROM federation_provider
                        WHERE tenant_id = ?
                        """)
                .param(RowIds.bytes(tenantId))
                .query((row, n) -> {
                    String role = row.getString("new_role");
                    return new CompanyProvider(
                            tenantId,
                            row.getString("label"),
                            row.getString("issuer"),
                            row.getString("client_id"),
                            secrets.decrypt(row.getBytes("client_secret")),
                            Arrays.stream(row.getString("domains").split(","))
                                    .filter(domain -> !domain.isEmpty())
                                    .toList(),
                            role == null ? null : Role.valueOf(role));
                })
                .optional();
    }

    void save(CompanyProvider provider, Instant now) {
        Role role = provider.newRole();
        jdbc.sql("""
                        INSERT INTO federation_provider
                            (tenant_id, label, issuer, client_id, client_secret, domains, new_role, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE label = VALUES(label), issuer = VALUES(issuer),
                            client_id = VALUES(client_id), client_secret = VALUES(client_secret),
                            domains = VALUES(domains), new_role = VALUES(new_role), changed_at = VALUES(changed_at)
                        """)
                .param(RowIds.bytes(provider.tenantId()))
                .param(provider.label())
                .param(provider.issuer())
                .param(provider.clientId())
                .param(secrets.encrypt(provider.clientSecret()))
                .param(String.join(",", provider.domains()))
                .param(role == null ? null : role.name())
                .param(Times.utc(now))
                .update();
    }

    void delete(UUID tenantId) {
        jdbc.sql("DELETE FROM federation_provider WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .update();
    }
}
