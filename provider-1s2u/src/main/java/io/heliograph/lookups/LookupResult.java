package io.heliograph.lookups;

/** What became of a request to look numbers up. */
public sealed interface LookupResult {

    /**
     * On disk, priced and paid for.
     *
     * @param job as it started; with {@code replayed}, as it is now
     * @param replayed whether this is the answer to an earlier request with the same idempotency key
     */
    record Accepted(LookupJob job, boolean replayed) implements LookupResult {}

    /** Nothing was kept, nothing charged. */
    record Refused(LookupRefusal refusal) implements LookupResult {}
}
