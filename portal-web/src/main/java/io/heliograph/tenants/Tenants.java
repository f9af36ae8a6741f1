package io.heliograph.tenants;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The tree of tenants. A tenant sees itself and its subtree, never sideways or up: whoever acts for somebody
 * asks {@link #within} with the id that the principal or credential gave.
 */
@Component
public class Tenants {

    private final TenantRows rows;
    private final AuditLog audit;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tenants(TenantRows rows, AuditLog audit, Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a tenant, in the caller's transaction or its own, and publishes {@link TenantCreated} in it.
     *
     * @throws NoSuchTenantException when there is no such parent
     * @throws IllegalArgumentException when the parent's kind sells to nobody of this kind
     */
    public Tenant create(NewTenant tenant) {
        return transactions.call(() -> {
            if (tenant.parentId() != null && !get(tenant.parentId()).kind().canHave(tenant.kind())) {
                throw new IllegalArgumentException("No " + tenant.kind() + " below this tenant");
            }
            UUID id = RowIds.next();
            rows.insert(id, tenant, clock.instant());
            events.publishEvent(new TenantCreated(id, tenant.parentId(), tenant.kind()));
            audit.write(new NewEntry(id, Act.ACCOUNT_OPENED, id, tenant.name()));
            return get(id);
        });
    }

    /** The tenant, or {@link NoSuchTenantException}. */
    public Tenant get(UUID id) {
        return find(id).orElseThrow(NoSuchTenantException::new);
    }

    public Optional<Tenant> find(UUID id) {
        return rows.find(id);
    }

    /** The operator of this installation; empty before it is opened. */
    public Optional<Tenant> operator() {
        return rows.operator();
    }

    /** The tenant if it is {@code ancestorId} or below it; otherwise {@link NoSuchTenantException}, which is a 404. */
    public Tenant within(UUID ancestorId, UUID id) {
        return rows.findWithin(ancestorId, id).orElseThrow(NoSuchTenantException::new);
    }

    /** The direct child of a tenant; otherwise {@link NoSuchTenantException}, which is a 404. */
    public Tenant child(UUID parentId, UUID id) {
        return find(id).filter(tenant -> parentId.equals(tenant.parentId())).orElseThrow(NoSuchTenantException::new);
    }

    /** Each of some tenants with itself and all below it. */
    public Map<UUID, List<UUID>> subtrees(Collection<UUID> ids) {
        return rows.subtrees(ids);
    }

    /** Whether the tenant is {@code ancestorId} itself or below it. */
    public boolean isWithin(UUID ancestorId, UUID id) {
        return rows.findWithin(ancestorId, id).isPresent();
    }

    /**
     * Direct children, oldest first, after a cursor.
     *
     * @param namePart a part of the name in any case, or empty for all
     * @param after the last id of the page before
     */
    public List<Tenant> children(UUID parentId, String namePart, @Nullable UUID after, int limit) {
        return rows.children(parentId, namePart, after, limit);
    }

    /** How many direct children there are. */
    public long countChildren(UUID parentId) {
        return rows.countChildren(parentId);
    }

    /** The tenant itself and all above it: itself first, the operator last. */
    public List<Tenant> upwards(UUID id) {
        return rows.upwards(id);
    }

    /** The tenant itself and all below it. */
    public List<UUID> subtree(UUID id) {
        return rows.subtree(id);
    }

    /** Whether the tenant or any above it is suspended: nobody of it signs in, calls or sends. */
    public boolean isSuspended(UUID id) {
        return rows.isSuspended(id);
    }

    /** Suspends a tenant and with it all below it; one that is suspended already stays so. */
    public void suspend(UUID id) {
        transactions.run(() -> {
            if (rows.suspend(id, clock.instant())) {
                events.publishEvent(new TenantsSuspended(id, rows.subtree(id)));
                audit.write(new NewEntry(id, Act.ACCOUNT_SUSPENDED, id, get(id).name()));
            }
        });
    }

    /** Ends a tenant's own suspension; it and those below go on unless another suspension holds them. */
    public void resume(UUID id) {
        transactions.run(() -> {
            if (rows.resume(id)) {
                events.publishEvent(new TenantsResumed(id, rows.subtreeNotSuspended(id)));
                audit.write(new NewEntry(id, Act.ACCOUNT_RESUMED, id, get(id).name()));
            }
        });
    }

    /** Changes what a tenant is called, its zone and its support address. */
    public void change(UUID id, String name, ZoneId zone, @Nullable String supportEmail) {
        audit.with(
                new NewEntry(id, Act.DETAILS_CHANGED, id, name.strip(), zone.getId()),
                () -> rows.rename(id, name.strip(), zone, supportEmail));
    }
}
