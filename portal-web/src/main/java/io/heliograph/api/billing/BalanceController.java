package io.heliograph.api.billing;

import io.heliograph.api.ApiResource;
import io.heliograph.api.Call;
import io.heliograph.api.Needs;
import io.heliograph.credentials.Scope;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /balance}. */
@ApiResource
class BalanceController {

    private final Wallets wallets;

    BalanceController(Wallets wallets) {
        this.wallets = wallets;
    }

    @GetMapping("/api/v1/balance")
    @Needs(Scope.BILLING_READ)
    BalanceView balance(Call call) {
        Wallet wallet = wallets.get(call.accountId());
        return new BalanceView(wallet.balance(), wallet.creditLimit(), wallet.available());
    }

    /**
     * What an account has.
     *
     * @param available what may be spent now: balance and credit limit
     */
    record BalanceView(Credits balance, Credits creditLimit, Credits available) {}
}
