package io.heliograph.ledger;

import java.util.UUID;

/** A credit limit can't be lowered below what the tenant owes already. Code {@code credit_limit_in_use}. */
public final class CreditLimitInUseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final UUID tenantId;
    private final long atLeast;

    public CreditLimitInUseException(UUID tenantId, Credits atLeast) {
        super("The credit limit of " + tenantId + " can't go below the " + atLeast + " credits in use");
        this.tenantId = tenantId;
        this.atLeast = atLeast.tenThousandths();
    }

    public UUID tenantId() {
        return tenantId;
    }

    /** The lowest limit that can be set now. */
    public Credits atLeast() {
        return new Credits(atLeast);
    }
}
