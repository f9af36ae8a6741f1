package io.heliograph.receipts;

import io.heliograph.db.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The receipts that wait to be sent, for the node on which their receiver is bound. */
@Component
public class ReceiptQueue {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final QueueRows queue;
    private final ReceiptRows receipts;
    private final Transactions transactions;

    ReceiptQueue(QueueRows queue, ReceiptRows receipts, Transactions transactions) {
        this.queue = queue;
        this.receipts = receipts;
        this.transactions = transactions;
    }

    /** The credentials for which receipts are due. */
    public Set<UUID> waitedFor() {
        return queue.credentialsDue();
    }

    /**
     * Takes receipts that are due, at most one of each message, so that each message's come in order.
     *
     * @param lease after which another may take what was neither delivered nor postponed
     */
    public List<PendingReceipt> claim(UUID credentialId, int limit, Duration lease) {
        List<QueueRows.Claimed> due = queue.due(credentialId, limit);
        return due.isEmpty()
                ? List.of()
                : transactions.call(() -> receipts.find(due.stream()
                        .filter(one -> queue.claim(one, lease))
                        .map(one -> new QueueRows.Claimed(one.tenantId(), one.receiptId(), one.tries() + 1))
                        .toList()));
    }

    /** The tenant's system has taken it, or refused it for good. */
    public void done(PendingReceipt receipt) {
        transactions.run(() -> {
            queue.remove(receipt.tenantId(), receipt.id());
            receipts.delivered(receipt.tenantId(), receipt.id());
        });
    }

    /** Not taken: sent again after 5 s, then twice as long each time, a quarter of an hour at most. */
    public void postpone(PendingReceipt receipt) {
        long wait = FIRST_WAIT.toMillis() << Math.min(receipt.tries() - 1, 16);
        transactions.run(
                () -> queue.postpone(List.of(receipt), Duration.ofMillis(Math.min(wait, LONGEST_WAIT.toMillis()))));
    }

    /** They were not sent at all, as their sessions ended: others may send them at once. */
    public void release(List<PendingReceipt> unsent) {
        if (!unsent.isEmpty()) {
            transactions.run(() -> queue.postpone(unsent, Duration.ZERO));
        }
    }
}
