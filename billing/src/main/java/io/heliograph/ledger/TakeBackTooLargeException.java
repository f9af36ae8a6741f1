package io.heliograph.ledger;

import java.util.UUID;

/** A seller wants back more than its customer has. Nothing was moved. Code {@code take_back_too_large}. */
public final class TakeBackTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final UUID tenantId;
    private final long atMost;

    public TakeBackTooLargeException(UUID tenantId, Credits atMost) {
        super("You can take back at most " + atMost + " credits of " + tenantId);
        this.tenantId = tenantId;
        this.atMost = atMost.tenThousandths();
    }

    public UUID tenantId() {
        return tenantId;
    }

    /** The most that can be taken back now; zero or more. */
    public Credits atMost() {
        return new Credits(atMost);
    }
}
