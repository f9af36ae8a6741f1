package io.heliograph.tenants;

import io.heliograph.ledger.Wallets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every tenant has a wallet from the moment it exists. */
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
