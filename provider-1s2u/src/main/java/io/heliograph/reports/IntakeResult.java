package io.heliograph.reports;

/** What became of a call to the callback address. */
public sealed interface IntakeResult {

    /** The reports are on disk. */
    record Stored(int reports) implements IntakeResult {}

    /** The address names no provider account. */
    record UnknownAddress() implements IntakeResult {}

    /** The caller is not among the account's allowed addresses (contract D5). */
    record SourceNotAllowed() implements IntakeResult {}

    /** Nothing that could be read as a report; kept as it came. */
    record Unreadable(String why) implements IntakeResult {}
}
