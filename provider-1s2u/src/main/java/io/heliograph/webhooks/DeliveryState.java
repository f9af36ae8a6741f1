package io.heliograph.webhooks;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its first try, or was asked to be made again. */
    PENDING,
    /** Failed and is tried again by itself. */
    RETRYING,
    DELIVERED,
    /** Failed too often, or the endpoint is gone. */
    FAILED,
    /** Its endpoint was deleted before it was made. */
    CANCELLED;

    /** Whether nothing more happens by itself. */
    public boolean isFinal() {
        return switch (this) {
            case PENDING, RETRYING -> false;
            case DELIVERED, FAILED, CANCELLED -> true;
        };
    }
}
