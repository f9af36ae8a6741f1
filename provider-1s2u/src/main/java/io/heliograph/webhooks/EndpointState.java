package io.heliograph.webhooks;

/** Where an endpoint stands. Only {@link #ON} gets anything; what waits for one that is off or disabled keeps waiting. */
public enum EndpointState {
    /** Its owner has not yet said that the secret is stored. */
    PENDING,
    ON,
    /** Switched off by its owner. */
    OFF,
    /** Switched off by us, with a reason. */
    DISABLED,
    /** Its deliveries can still be read. */
    DELETED;

    /** Whether an endpoint in this state may go to the next one. */
    public boolean canBecome(EndpointState next) {
        return switch (this) {
            case PENDING -> next == ON || next == DELETED;
            case ON -> next == OFF || next == DISABLED || next == DELETED;
            case OFF, DISABLED -> next == ON || next == DELETED;
            case DELETED -> false;
        };
    }
}
