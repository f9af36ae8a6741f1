package io.heliograph.lookups;

/** Where the lookup of one number is. */
public enum LookupState {
    WAITING,
    /** The request is under way. */
    ASKING,
    /** There is an answer; it is paid for, unless it was given again. */
    ANSWERED,
    /** There is none for good: refunded. */
    FAILED,
    /** Its job was stopped before it was asked: refunded. */
    CANCELLED;

    /** Whether it changes no more. */
    public boolean isFinal() {
        return this != WAITING && this != ASKING;
    }
}
