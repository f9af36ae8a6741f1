package io.heliograph.ledger;

import java.util.UUID;

/** A wallet would fall below minus its credit limit. Nothing was moved. Code {@code insufficient_credits}. */
public final class InsufficientCreditsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final UUID tenantId;
    private final long balance;
    private final long creditLimit;
    private final long needed;

    public InsufficientCreditsException(UUID tenantId, Credits balance, Credits creditLimit, Credits needed) {
        super("Wallet " + tenantId + " has " + balance + " credits, a limit of " + creditLimit + " and needs "
                + needed);
        this.tenantId = tenantId;
        this.balance = balance.tenThousandths();
        this.creditLimit = creditLimit.tenThousandths();
        this.needed = needed.tenThousandths();
    }

    public UUID tenantId() {
        return tenantId;
    }

    public Credits balance() {
        return new Credits(balance);
    }

    public Credits creditLimit() {
        return new Credits(creditLimit);
    }

    /** What the transfers together would have taken out of the wallet. */
    public Credits needed() {
        return new Credits(needed);
    }
}
