package io.heliograph.ledger;

import java.util.UUID;

/** One account of the double-entry ledger. */
public record Account(AccountKind kind, UUID tenantId) {

    public static Account wallet(UUID tenantId) {
        return new Account(AccountKind.WALLET, tenantId);
    }

    public static Account usage(UUID tenantId) {
        return new Account(AccountKind.USAGE, tenantId);
    }

    public static Account margin(UUID tenantId) {
        return new Account(AccountKind.MARGIN, tenantId);
    }

    public static Account issuance(UUID operatorId) {
        return new Account(AccountKind.ISSUANCE, operatorId);
    }

    boolean isWallet() {
        return kind == AccountKind.WALLET;
    }

    boolean isMargin() {
        return kind == AccountKind.MARGIN;
    }
}
