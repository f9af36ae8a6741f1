package io.heliograph.submissions;

import io.heliograph.db.GroupCommit;
import io.heliograph.db.Transactions;
import io.heliograph.dispatch.Queue;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.Messages;
import io.heliograph.messages.Submission;
import io.heliograph.receipts.Receipts;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes what is accepted: submissions, messages, queue, usage, and last the charges. Requests that come at the same time
 * share a transaction; each is accepted or refused for itself.
 */
@Component
class Acceptance {

    private static final int TRANSACTIONS_AT_A_TIME = 2;
    private static final int MOST_MESSAGES_TOGETHER = 400;

    /** What has more messages goes in a transaction of its own, so that small ones need not wait for it. */
    private static final int LARGE = 100;

    private final Lifecycle lifecycle;
    private final Messages messages;
    private final Queue queue;
    private final Receipts receipts;
    private final Ledger ledger;
    private final Wallets wallets;
    private final Transactions transactions;
    private final GroupCommit<Draft, SubmissionResult> commits;

    Acceptance(
            Lifecycle lifecycle,
            Messages messages,
            Queue queue,
            Receipts receipts,
            Ledger ledger,
            Wallets wallets,
            Transactions transactions) {
        this.lifecycle = lifecycle;
        this.messages = messages;
        this.queue = queue;
        this.receipts = receipts;
        this.ledger = ledger;
        this.wallets = wallets;
        this.transactions = transactions;
        this.commits = new GroupCommit<>(
                "accept",
                TRANSACTIONS_AT_A_TIME,
                MOST_MESSAGES_TOGETHER,
                draft -> draft.messages().size(),
                transactions,
                this::write);
    }

    /**
     * Accepts or refuses; returns after the commit.
     *
     * @throws io.heliograph.ledger.InsufficientCreditsException if the wallet was emptied meanwhile
     * @throws org.springframework.dao.DuplicateKeyException if the idempotency key was used meanwhile
     */
    SubmissionResult accept(Draft draft) {
        return draft.messages().size() > LARGE
                ? transactions.call(() -> write(List.of(draft)).getFirst())
                : commits.submit(draft);
    }

    @PreDestroy
    void close() {
        commits.close();
    }

    private List<SubmissionResult> write(List<Draft> drafts) {
        Map<Submission.Key, Submission> earlier = messages.submissionsByKey(drafts.stream()
                .flatMap(draft -> draft.submission().key().stream())
                .toList());
        Map<UUID, Credits> available = new HashMap<>(
                wallets.available(drafts.stream().map(Draft::tenantId).collect(Collectors.toSet())));
        List<SubmissionResult> results = new ArrayList<>(drafts.size());
        List<Draft> accepted = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            Credits left = available.getOrDefault(draft.tenantId(), Credits.ZERO);
            Submission first = draft.submission().key().map(earlier::get).orElse(null);
            if (first != null) {
                results.add(draft.replayOf(first));
            } else if (left.compareTo(draft.price()) < 0) {
                results.add(new SubmissionResult.Refused(new Refusal.NotEnoughCredits(left, draft.price())));
            } else {
                available.put(draft.tenantId(), left.minus(draft.price()));
                accepted.add(draft);
                results.add(draft.answer());
            }
        }
        writeAll(accepted);
        return results;
    }

    /** Wallets are touched last, so that they are locked for the shortest time. */
    private void writeAll(List<Draft> accepted) {
        if (accepted.isEmpty()) {
            return;
        }
        List<Message> all =
                accepted.stream().flatMap(draft -> draft.messages().stream()).toList();
        lifecycle.accepted(accepted.stream().map(Draft::submission).toList(), all);
        receipts.want(
                accepted.stream().flatMap(draft -> draft.wishes().stream()).toList());
        queue.add(all);
        ledger.post(accepted.stream().flatMap(draft -> draft.charge().stream()).toList());
    }
}
