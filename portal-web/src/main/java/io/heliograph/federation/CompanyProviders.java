package io.heliograph.federation;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The OpenID providers of resellers and of the installation: one each. */
@Component
public class CompanyProviders {

    private final ProviderRows rows;
    private final Discovery discovery;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Clock clock;

    CompanyProviders(ProviderRows rows, Discovery discovery, Tenants tenants, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.discovery = discovery;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** The tenant's own. */
    public Optional<CompanyProvider> of(UUID tenantId) {
        return rows.find(tenantId);
    }

    /** Those that the people of a tenant may link: its own and those of tenants above it. */
    public List<CompanyProvider> forPeopleOf(UUID tenantId) {
        return tenants.upwards(tenantId).stream()
                .map(Tenant::id)
                .flatMap(id -> rows.find(id).stream())
                .toList();
    }

    /**
     * Keeps a provider after having asked it for its configuration.
     *
     * @throws UnreachableProviderException when it does not answer with one under this issuer
     */
    public void save(CompanyProvider provider) {
        discovery.configuration(provider.issuer());
        audit.with(
                new NewEntry(provider.tenantId(), Act.COMPANY_SIGN_IN_CHANGED, provider.tenantId(), provider.issuer()),
                () -> rows.save(provider, clock.instant()));
    }

    /** Ends sign-in with it; people who came by it need a password from then on. */
    public void remove(UUID tenantId) {
        rows.find(tenantId)
                .ifPresent(provider -> audit.with(
                        new NewEntry(tenantId, Act.COMPANY_SIGN_IN_REMOVED, tenantId, provider.issuer()),
                        () -> rows.delete(tenantId)));
    }
}
