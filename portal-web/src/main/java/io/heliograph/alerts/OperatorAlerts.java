package io.heliograph.alerts;

import io.heliograph.dispatch.AccountPaused;
import io.heliograph.dispatch.AccountRecovered;
import io.heliograph.dispatch.BalanceLow;
import io.heliograph.ledger.ProofFailed;
import io.heliograph.lookups.LookupsPaused;
import io.heliograph.lookups.LookupsRecovered;
import io.heliograph.tenants.PublicUrl;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenants;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the operator how its accounts at 1s2u are doing, and when the ledger does not add up. */
@Component
class OperatorAlerts {

    private static final Set<Role> ROLES = Set.of(Role.OWNER, Role.ADMIN);

    private final AlertMails mails;
    private final Tenants tenants;
    private final PublicUrl publicUrl;

    OperatorAlerts(AlertMails mails, Tenants tenants, PublicUrl publicUrl) {
        this.mails = mails;
        this.tenants = tenants;
        this.publicUrl = publicUrl;
    }

    /** The first pause of a row is told, and then the tenth, and so on: not each that follows from the same fault. */
    @EventListener
    void paused(AccountPaused paused) {
        if (paused.strikes() % 10 == 1) {
            toOperator("account-paused", paused.name(), paused.reason(), publicUrl.of("/provider-accounts"));
        }
    }

    @EventListener
    void recovered(AccountRecovered recovered) {
        toOperator("account-recovered", recovered.name());
    }

    /** As for messages: the first pause of a row, then the tenth, and so on. */
    @EventListener
    void paused(LookupsPaused paused) {
        if (paused.strikes() % 10 == 1) {
            toOperator("lookups-paused", paused.name(), paused.reason(), publicUrl.of("/provider-accounts"));
        }
    }

    @EventListener
    void recovered(LookupsRecovered recovered) {
        toOperator("lookups-recovered", recovered.name());
    }

    @EventListener
    void low(BalanceLow low) {
        toOperator("balance-low", low.name(), mails.credits(low.balance()), mails.credits(low.limit()));
    }

    @EventListener
    void failed(ProofFailed failed) {
        toOperator("proof-failed", failed.result().differenceCount(), publicUrl.of("/proof"));
    }

    private void toOperator(String key, Object... words) {
        tenants.operator().ifPresent(operator -> mails.send(operator.id(), ROLES, key, words));
    }
}
