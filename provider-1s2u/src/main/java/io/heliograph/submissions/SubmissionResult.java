package io.heliograph.submissions;

import io.heliograph.ledger.Credits;
import java.util.UUID;

/** What became of a request to send. */
public sealed interface SubmissionResult {

    /**
     * On disk, priced and paid for.
     *
     * @param messages one for each different number
     * @param segments of all messages together
     * @param price of all messages together
     * @param replayed whether this is the answer to an earlier request with the same idempotency key
     */
    record Accepted(UUID submissionId, int messages, int segments, Credits price, boolean replayed)
            implements SubmissionResult {}

    /** Nothing was kept, nothing charged. */
    record Refused(Refusal refusal) implements SubmissionResult {}
}
