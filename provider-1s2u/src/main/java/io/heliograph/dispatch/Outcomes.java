package io.heliograph.dispatch;

import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.StepKind;
import io.heliograph.provider.SubmitResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records what became of a request (contract S9). Every change names the lease; an entry whose lease was lost is left as
 * whoever has it now says.
 */
@Component
class Outcomes {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    /** Refusals that are about one number, and say nothing of the others in the same request. */
    private static final Set<String> ABOUT_A_NUMBER = Set.of("0041", "0042");

    private final QueueRows queue;
    private final Lifecycle lifecycle;
    private final Transactions transactions;

    Outcomes(QueueRows queue, Lifecycle lifecycle, Transactions transactions) {
        this.queue = queue;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
    }

    void record(OutgoingRequest request, SubmitResult result) {
        transactions.run(() -> {
            switch (result) {
                case SubmitResult.Submitted submitted -> submitted(request, submitted);
                case SubmitResult.NotSent notSent -> retry(request, why(notSent));
                case SubmitResult.AccountRefused refused -> keep(request, refused.code());
                case SubmitResult.Rejected rejected -> rejected(request, rejected);
                case SubmitResult.Uncertain uncertain -> uncertain(request, uncertain.why());
            }
        });
    }

    /** The request never left: its messages wait as before. */
    void notSent(OutgoingRequest request) {
        transactions.run(() -> keep(request, "held back"));
    }

    /** The node that had claimed these did not come back: whether they were sent is not known. */
    void abandoned(List<QueueRows.Abandoned> abandoned) {
        transactions.run(() -> {
            for (QueueRows.Abandoned entry : abandoned) {
                List<Message> message = lifecycle.find(entry.ref());
                List<Message> removed = queue.remove(message, entry.lease());
                lifecycle.uncertain(removed, "no answer was recorded");
            }
        });
    }

    private void submitted(OutgoingRequest request, SubmitResult.Submitted submitted) {
        lifecycle.submitted(queue.remove(request.messages(), request.lease()), request.messages(), submitted.ids());
    }

    private static String why(SubmitResult.NotSent notSent) {
        return notSent.code() == null ? notSent.raw() : notSent.code();
    }

    private void retry(OutgoingRequest request, String why) {
        Duration wait = Backoff.after(request.tries(), FIRST_RETRY, LONGEST_RETRY);
        List<Message> back = queue.putBack(request.messages(), request.lease(), wait, false);
        lifecycle.requeued(back, StepKind.TRY_FAILED, why);
    }

    private void keep(OutgoingRequest request, String why) {
        List<Message> back = queue.putBack(request.messages(), request.lease(), Duration.ZERO, false);
        lifecycle.requeued(back, StepKind.TRY_FAILED, why);
    }

    private void rejected(OutgoingRequest request, SubmitResult.Rejected rejected) {
        if (rejected.ourBug()) {
            log.error(
                    "1s2u refused a request of ours with {}: {} messages refunded",
                    rejected.code(),
                    request.messages().size());
        }
        if (request.messages().size() > 1 && ABOUT_A_NUMBER.contains(rejected.code())) {
            List<Message> back = queue.putBack(request.messages(), request.lease(), Duration.ZERO, true);
            lifecycle.requeued(back, StepKind.SENT_ALONE, rejected.code());
            return;
        }
        lifecycle.refused(queue.remove(request.messages(), request.lease()), rejected.code());
    }

    private void uncertain(OutgoingRequest request, String why) {
        lifecycle.uncertain(queue.remove(request.messages(), request.lease()), why);
    }
}
