package io.heliograph.lookups;

/** Where a job is. Only {@code RUNNING} ones are asked for. */
public enum LookupJobState {
    /** Its numbers are being written. */
    STAGING,
    /** Complete with its price; charged when it starts, dropped a day later if it does not. */
    DRAFT,
    RUNNING,
    /** A person paused it: nothing new is asked until it is resumed. */
    PAUSED,
    /** A person stopped it: what was not asked yet is refunded. */
    CANCELLED,
    /** Every number is answered, or refunded. */
    DONE;

    /** Whether its price was charged. */
    public boolean isStarted() {
        return this != STAGING && this != DRAFT;
    }

    /** Whether nothing of it changes any more, once what was under way is in. */
    public boolean isOver() {
        return this == CANCELLED || this == DONE;
    }
}
