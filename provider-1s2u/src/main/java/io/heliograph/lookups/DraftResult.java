package io.heliograph.lookups;

/** What became of a request to prepare a job. */
public sealed interface DraftResult {

    /** The job is kept with the price of each number, and waits to be started; nothing is charged. */
    record Drafted(LookupJob job) implements DraftResult {}

    /** As many as may be wait to be started: first one is started or dropped, or goes after a day. Nothing was kept. */
    record TooManyDrafts(int most) implements DraftResult {}

    /** Nothing was kept. */
    record Refused(LookupRefusal refusal) implements DraftResult {}
}
