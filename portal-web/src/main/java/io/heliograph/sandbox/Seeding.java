package io.heliograph.sandbox;

import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.NewTenant;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Fills an empty sandbox before the first page is served, step by step. Each step finds what is there already, so that a
 * sandbox that was used keeps what was done in it.
 */
@Component
@ConditionalOnSandbox
class Seeding implements SmartLifecycle {

    /** Before everything that works in the background, and before the web server. */
    static final int PHASE = Integer.MIN_VALUE / 2;

    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    private final Tenants tenants;
    private final Users users;
    private final PasswordEncoder passwords;
    private final SandboxBusiness business;
    private final SandboxProvider provider;
    private final Transactions transactions;
    private volatile boolean running;

    Seeding(
            Tenants tenants,
            Users users,
            PasswordEncoder passwords,
            SandboxBusiness business,
            SandboxProvider provider,
            Transactions transactions) {
        this.tenants = tenants;
        this.users = users;
        this.passwords = passwords;
        this.business = business;
        this.provider = provider;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        transactions.run(this::seed);
        provider.seed();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void seed() {
        Map<String, UUID> ids = new HashMap<>();
        for (SandboxTenant one : SandboxTenant.ALL) {
            ids.put(one.name(), tenantWithOwner(one, ids));
        }
        business.seed(ids);
    }

    private UUID tenantWithOwner(SandboxTenant one, Map<String, UUID> ids) {
        Optional<User> owner = users.findByEmail(one.email());
        if (owner.isPresent()) {
            return owner.get().tenantId();
        }
        UUID parent = one.parent() == null ? null : ids.get(one.parent());
        Tenant tenant = tenants.create(new NewTenant(parent, one.kind(), one.name(), ZONE));
        users.add(
                tenant.id(),
                new NewUser(one.email(), one.person(), Role.OWNER),
                passwords.encode(SandboxTenant.PASSWORD));
        return tenant.id();
    }
}
