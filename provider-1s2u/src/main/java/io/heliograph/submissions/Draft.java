package io.heliograph.submissions;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Transfer;
import io.heliograph.messages.Message;
import io.heliograph.messages.Submission;
import io.heliograph.receipts.Wish;
import java.util.List;
import java.util.UUID;

/**
 * All rows of a request that is in form and priced: accepted if the wallet holds the price.
 *
 * @param wishes who is to be told by SMPP
 */
record Draft(Submission submission, List<Message> messages, List<Transfer> charge, List<Wish> wishes) {

    UUID tenantId() {
        return submission.tenantId();
    }

    Credits price() {
        return submission.price();
    }

    /** The answer if it is accepted. */
    SubmissionResult answer() {
        return answer(submission, false);
    }

    /** The answer if its idempotency key was used before. */
    SubmissionResult replayOf(Submission first) {
        return first.requestHash().equals(submission.requestHash())
                ? answer(first, true)
                : new SubmissionResult.Refused(new Refusal.KeyReused(String.valueOf(submission.idempotencyKey())));
    }

    private static SubmissionResult answer(Submission submission, boolean replayed) {
        return new SubmissionResult.Accepted(
                submission.id(), submission.messages(), submission.segments(), submission.price(), replayed);
    }
}
