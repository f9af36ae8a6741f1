package io.heliograph.messages;

/** What kind of thing a {@link Step} tells. */
public enum StepKind {
    /** 1s2u did not take it; it will be tried again. */
    TRY_FAILED,
    /** Went alone after a request of several was refused for one of its numbers. */
    SENT_ALONE,
    REFUSED,
    UNCERTAIN,
    UNKNOWN,
    CANCELLED,
    REFUNDED
}
