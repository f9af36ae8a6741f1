package io.heliograph.sandbox;

import io.heliograph.credentials.Credentials;
import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.tenants.Users;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The credentials of the sandbox, with usernames and secrets that outside programs know; made once the tenants are. */
@Component
@ConditionalOnSandbox
class SandboxCredentials implements SmartLifecycle {

    private final Users users;
    private final Credentials credentials;
    private volatile boolean running;

    SandboxCredentials(Users users, Credentials credentials) {
        this.users = users;
        this.credentials = credentials;
    }

    @Override
    public void start() {
        SandboxTenant.ALL.forEach(this::seed);
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
        return Seeding.PHASE + 1;
    }

    private void seed(SandboxTenant one) {
        SandboxTenant.ApiLogin login = one.apiLogin();
        if (login != null) {
            users.findByEmail(one.email())
                    .ifPresent(owner ->
                            credentials.createKnown(owner.tenantId(), "Sandbox", login.username(), login.secret()));
        }
    }
}
