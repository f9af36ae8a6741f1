package io.heliograph.reports;

/** What a report did. */
public enum ReportOutcome {
    /** Not matched yet. */
    PENDING,
    /** Moved its message. */
    APPLIED,
    /** Says what was known already. */
    REPEATED,
    /** Names another final state than the one that was reported first; recorded and not applied (contract D4). */
    CONTRADICTED,
    /** Says nothing about where the message is, or nothing that is final. */
    NOTED,
    /** No message was found for it within the time that is waited. */
    UNMATCHED,
    /** The body could not be read. */
    UNREADABLE
}
