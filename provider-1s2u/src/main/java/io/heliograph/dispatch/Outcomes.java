package io.heliograph.dispatch;

import io.heliograph.db.GroupCommit;
import io.heliograph.db.Transactions;
import io.heliograph.messages.Answered;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import io.heliograph.messages.StepKind;
import io.heliograph.provider.SubmitResult;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records what became of requests (contract S9), those that are answered meanwhile together. Only the holder of a lease
 * records; an entry whose lease was lost is left as whoever has it now says.
 */
@Component
class Outcomes {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private static final int TRANSACTIONS_AT_A_TIME = 2;
    private static final int MOST_MESSAGES_TOGETHER = 200;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    /** Refusals that are about one number, and say nothing of the others in the same request. */
    private static final Set<String> ABOUT_A_NUMBER = Set.of("0041", "0042");

    private final LeaseRows leases;
    private final Lifecycle lifecycle;
    private final Transactions transactions;
    private final SubmitMeters meters;
    private final GroupCommit<Answer, Integer> commits;

    Outcomes(LeaseRows leases, Lifecycle lifecycle, Transactions transactions, SubmitMeters meters) {
        this.leases = leases;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
        this.meters = meters;
        this.commits = new GroupCommit<>(
                "dispatch-outcomes",
                TRANSACTIONS_AT_A_TIME,
                MOST_MESSAGES_TOGETHER,
                answer -> answer.request().messages().size(),
                transactions,
                this::write);
    }

    /** Returns when it is on disk. */
    void record(OutgoingRequest request, SubmitResult result) {
        commits.submit(new Answer(request, result));
    }

    /** The node that had claimed these did not come back: whether they were sent is not known. */
    void abandoned(List<QueueRows.Abandoned> abandoned) {
        Map<MessageRef, UUID> expected =
                abandoned.stream().collect(Collectors.toMap(QueueRows.Abandoned::ref, QueueRows.Abandoned::lease));
        transactions.run(() -> {
            Map<MessageRef, UUID> locked = leases.lock(expected.keySet());
            List<MessageRef> left = expected.keySet().stream()
                    .filter(ref -> Objects.equals(expected.get(ref), locked.get(ref)))
                    .toList();
            leases.remove(left);
            lifecycle.uncertain(lifecycle.find(left), "no answer was recorded");
        });
    }

    @PreDestroy
    void close() {
        commits.close();
    }

    private List<Integer> write(List<Answer> answers) {
        Map<MessageRef, UUID> locked = leases.lock(answers.stream()
                .flatMap(answer -> answer.request().messages().stream())
                .map(Message::ref)
                .toList());
        List<Answered> taken = new ArrayList<>();
        for (Answer answer : answers) {
            List<Message> ours = answer.request().messages().stream()
                    .filter(message -> answer.request().lease().equals(locked.get(message.ref())))
                    .toList();
            meters.leaseLost(answer.request().messages().size() - ours.size());
            if (answer.result() instanceof SubmitResult.Submitted submitted) {
                taken.add(new Answered(ours, answer.request().messages(), submitted.ids()));
            } else {
                notTaken(answer, ours);
            }
        }
        leases.remove(taken.stream()
                .flatMap(answered -> answered.ours().stream())
                .map(Message::ref)
                .toList());
        lifecycle.submitted(taken);
        return Collections.nCopies(answers.size(), answers.size());
    }

    private void notTaken(Answer answer, List<Message> ours) {
        switch (answer.result()) {
            case SubmitResult.Submitted _ -> throw new IllegalStateException("1s2u took it");
            case SubmitResult.NotSent notSent ->
                putBack(
                        ours,
                        Backoff.after(answer.request().tries(), FIRST_RETRY, LONGEST_RETRY),
                        notSent.code() == null ? notSent.reason().name() : notSent.code());
            case SubmitResult.AccountRefused refused -> putBack(ours, Duration.ZERO, refused.code());
            case SubmitResult.Rejected rejected -> rejected(answer.request(), ours, rejected);
            case SubmitResult.Uncertain uncertain -> {
                leases.remove(refs(ours));
                lifecycle.uncertain(ours, uncertain.why());
            }
        }
    }

    private void putBack(List<Message> ours, Duration wait, String why) {
        leases.putBack(refs(ours), wait, false);
        lifecycle.requeued(ours, StepKind.TRY_FAILED, why);
    }

    private void rejected(OutgoingRequest request, List<Message> ours, SubmitResult.Rejected rejected) {
        if (rejected.ourBug()) {
            log.error(
                    "1s2u refused a request of ours with {}: {} messages refunded",
                    rejected.code(),
                    request.messages().size());
        }
        if (request.messages().size() > 1 && ABOUT_A_NUMBER.contains(rejected.code())) {
            leases.putBack(refs(ours), Duration.ZERO, true);
            lifecycle.requeued(ours, StepKind.SENT_ALONE, rejected.code());
        } else {
            leases.remove(refs(ours));
            lifecycle.refused(ours, rejected.code());
        }
    }

    private static List<MessageRef> refs(List<Message> messages) {
        return messages.stream().map(Message::ref).toList();
    }

    private record Answer(OutgoingRequest request, SubmitResult result) {}
}
