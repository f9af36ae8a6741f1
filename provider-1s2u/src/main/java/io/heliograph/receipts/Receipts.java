package io.heliograph.receipts;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.smpp.ReceiptState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What tenants' systems asked to be told by SMPP, and the receipts that tell it. */
@Component
public class Receipts {

    /** How long receipts can be sent, and sent again. */
    public static final int KEPT_DAYS = 30;

    /** A message may wait three months for its time, and reports come late. */
    private static final int WISHES_KEPT_DAYS = 120;

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final WishRows wishes;
    private final ReceiptRows receipts;
    private final QueueRows queue;
    private final Transactions transactions;

    Receipts(WishRows wishes, ReceiptRows receipts, QueueRows queue, Transactions transactions) {
        this.wishes = wishes;
        this.receipts = receipts;
        this.queue = queue;
        this.transactions = transactions;
    }

    /** Notes whom to tell, in the transaction that accepts the message. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void want(List<Wish> wanted) {
        if (!wanted.isEmpty()) {
            wishes.insert(wanted);
        }
    }

    /** The message that a tenant's system knows by {@code wireId}. */
    public Optional<Wish> find(UUID tenantId, UUID wireId) {
        return wishes.find(tenantId, wireId);
    }

    /** Writes the receipts that were asked for, in the transaction that changes the state. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(List<Settled> settled) {
        Map<UUID, List<Settled>> byTenant = settled.stream().collect(Collectors.groupingBy(Settled::tenantId));
        List<PendingReceipt> wanted = new ArrayList<>();
        byTenant.forEach((tenantId, ofTenant) -> wanted.addAll(wanted(tenantId, ofTenant)));
        add(wanted);
    }

    /** Says of messages that came in parts, and of which some are missing, that they are not sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void neverWhole(Collection<Wish> parts, Instant since, Instant now) {
        add(parts.stream()
                .filter(part -> part.wanted().covers(ReceiptState.REJECTD))
                .map(part -> receipt(
                        part, new Settled(part.tenantId(), part.submissionId(), ReceiptState.REJECTD, since, now)))
                .toList());
    }

    /** How many receipts there are of that time, {@code to} not included. */
    public int count(UUID tenantId, Instant from, Instant to) {
        return receipts.count(tenantId, from, to);
    }

    /** Sends all receipts of that time again; returns how many. */
    public int replay(UUID tenantId, Instant from, Instant to) {
        return transactions.call(() -> receipts.requeue(tenantId, from, to));
    }

    /** Deletes all about these submissions, in the transaction that deletes them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID tenantId, Collection<UUID> submissionIds) {
        List<Wish> gone = wishes.ofSubmissions(tenantId, submissionIds);
        if (!gone.isEmpty()) {
            queue.remove(gone);
            receipts.remove(gone);
            wishes.remove(gone);
        }
    }

    /** Deletes all that is kept for no longer. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void forget() {
        transactions.inPieces(FORGOTTEN_AT_ONCE, () -> receipts.forgetOlderThan(KEPT_DAYS, FORGOTTEN_AT_ONCE));
        transactions.inPieces(FORGOTTEN_AT_ONCE, () -> wishes.forgetOlderThan(WISHES_KEPT_DAYS, FORGOTTEN_AT_ONCE));
        transactions.inPieces(FORGOTTEN_AT_ONCE, () -> queue.removeOrphans(FORGOTTEN_AT_ONCE));
    }

    private List<PendingReceipt> wanted(UUID tenantId, List<Settled> settled) {
        Map<UUID, Settled> bySubmission =
                settled.stream().collect(Collectors.toMap(Settled::submissionId, one -> one, (_, last) -> last));
        return wishes.ofSubmissions(tenantId, bySubmission.keySet()).stream()
                .filter(wish -> wish.wanted().covers(stateOf(wish, bySubmission).state()))
                .map(wish -> receipt(wish, stateOf(wish, bySubmission)))
                .toList();
    }

    private static Settled stateOf(Wish wish, Map<UUID, Settled> bySubmission) {
        return Objects.requireNonNull(bySubmission.get(wish.submissionId()));
    }

    private void add(List<PendingReceipt> wanted) {
        if (!wanted.isEmpty()) {
            receipts.insert(wanted);
            queue.insert(wanted);
        }
    }

    private static PendingReceipt receipt(Wish wish, Settled settled) {
        return new PendingReceipt(
                wish.tenantId(),
                RowIds.next(),
                wish.credentialId(),
                wish.wireId(),
                wish.source(),
                wish.destination(),
                settled.state(),
                settled.submittedAt(),
                settled.doneAt(),
                0);
    }
}
