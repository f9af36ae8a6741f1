package io.heliograph.accounts;

import io.heliograph.ledger.Wallets;
import io.heliograph.tenants.TenantCreated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives every new tenant its wallet, in the transaction that makes the tenant. */
@Component
class WalletOpening {

    private final Wallets wallets;

    WalletOpening(Wallets wallets) {
        this.wallets = wallets;
    }

    @EventListener
    void open(TenantCreated created) {
        wallets.open(created.tenantId(), created.parentId());
    }
}
