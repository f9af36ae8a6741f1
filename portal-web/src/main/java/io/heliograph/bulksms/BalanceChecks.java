package io.heliograph.bulksms;

import io.heliograph.credentials.Credentials;
import io.heliograph.ledger.Wallets;
import org.springframework.stereotype.Component;

/** {@code /checkbalance}: what the caller may still spend, or {@code 00} (contract C1). */
@Component
class BalanceChecks {

    private final Credentials credentials;
    private final Wallets wallets;

    BalanceChecks(Credentials credentials, Wallets wallets) {
        this.credentials = credentials;
        this.wallets = wallets;
    }

    String check(CallParameters parameters) {
        String username = parameters.get("user").orElse("");
        String password = parameters.get("pass").orElse("");
        return credentials
                .authenticate(username, password, parameters.address())
                .map(caller -> wallets.get(caller.tenantId()).available().toString())
                .orElse(Code.WRONG_CREDENTIALS.text());
    }
}
