package io.heliograph.tenants;

import io.heliograph.db.StartWork;
import io.heliograph.db.Transactions;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens a new installation: while it has no tenant, {@code heliograph.operator-email} names who becomes the operator's
 * owner, by an invitation.
 */
@Component
class FirstOperator {

    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    private final @Nullable String email;
    private final Tenants tenants;
    private final Invitations invitations;
    private final Transactions transactions;
    private final StartWork start;

    FirstOperator(
            @Value("${heliograph.operator-email:#{null}}") @Nullable String email,
            Tenants tenants,
            Invitations invitations,
            Transactions transactions,
            StartWork start) {
        this.email = email;
        this.tenants = tenants;
        this.invitations = invitations;
        this.transactions = transactions;
        this.start = start;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        start.run("The operator of a new installation", this::open);
    }

    private void open() {
        String owner = email;
        if (tenants.operator().isPresent()) {
            return;
        }
        if (owner == null) {
            log.warn("Nobody can sign in yet: start once with heliograph.operator-email set to the operator's address");
            return;
        }
        transactions.run(() -> {
            Tenant operator = tenants.create(new NewTenant(null, TenantKind.OPERATOR, "Operator", ZoneOffset.UTC));
            invitations.invite(operator.id(), new NewUser(owner, owner, Role.OWNER));
        });
        log.info("An invitation is on its way to the operator's owner");
    }
}
