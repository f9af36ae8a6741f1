package io.heliograph.protection;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.SignInsEnded;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which second steps a person has, whether their tenant wants one, and taking them all away. */
@Component
public class SecondSteps {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final RecoveryCodes recovery;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;
    private final Clock clock;

    SecondSteps(
            JdbcClient jdbc,
            Tenants tenants,
            RecoveryCodes recovery,
            AuditLog audit,
            ApplicationEventPublisher events,
            Transactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.recovery = recovery;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a person has. */
    public Has of(UUID userId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM protection_app WHERE user_id = ? AND confirmed_at IS NOT NULL) AS app,
                            EXISTS (SELECT 1 FROM protection_passkey WHERE user_id = ?) AS passkey
                        """)
                .param(RowIds.bytes(userId))
                .param(RowIds.bytes(userId))
                .query((row, n) -> new Has(row.getBoolean("app"), row.getBoolean("passkey")))
                .single();
    }

    /** Whose rule it is that the people of a tenant need a second step: the tenant's own or one's above it. */
    public Optional<Tenant> requiredBy(UUID tenantId) {
        List<Tenant> upwards = tenants.upwards(tenantId);
        List<UUID> strict = jdbc.sql("SELECT tenant_id FROM protection_policy WHERE tenant_id IN (:ids)")
                .param(
                        "ids",
                        upwards.stream().map(Tenant::id).map(RowIds::bytes).toList())
                .query((row, n) -> RowIds.uuid(row.getBytes("tenant_id")))
                .list();
        return upwards.stream().filter(tenant -> strict.contains(tenant.id())).findFirst();
    }

    /** Makes or ends the rule for a tenant and all below it. */
    public void require(UUID tenantId, boolean required) {
        transactions.run(() -> {
            jdbc.sql("DELETE FROM protection_policy WHERE tenant_id = ?")
                    .param(RowIds.bytes(tenantId))
                    .update();
            if (required) {
                jdbc.sql("INSERT INTO protection_policy (tenant_id, created_at) VALUES (?, ?)")
                        .param(RowIds.bytes(tenantId))
                        .param(Times.utc(clock.instant()))
                        .update();
            }
            String name = tenants.get(tenantId).name();
            audit.write(new NewEntry(tenantId, Act.PROTECTION_CHANGED, tenantId, name, required ? "on" : "off"));
        });
    }

    /** For somebody who lost all: no app, passkey or recovery code works any more, and their sessions end. */
    public void reset(User user) {
        transactions.run(() -> {
            jdbc.sql("DELETE FROM protection_app WHERE user_id = ?")
                    .param(RowIds.bytes(user.id()))
                    .update();
            jdbc.sql("DELETE FROM protection_passkey WHERE user_id = ?")
                    .param(RowIds.bytes(user.id()))
                    .update();
            recovery.drop(user.id());
            audit.write(new NewEntry(user.tenantId(), Act.SECOND_STEP_RESET, user.id(), user.name()));
            events.publishEvent(new SignInsEnded(user.id()));
        });
    }

    /** What a person has set up. */
    public record Has(boolean app, boolean passkey) {

        /** Whether there is any. */
        public boolean any() {
            return app || passkey;
        }
    }
}
