package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The double-entry ledger: every credit that moves, moves through here. Nothing is ever changed or removed. */
@Component
public class Ledger {

    private final TransferRows transfers;
    private final WalletDays days;
    private final MarginDues dues;
    private final WalletRows wallets;
    private final Clock clock;

    Ledger(TransferRows transfers, WalletDays days, MarginDues dues, WalletRows wallets, Clock clock) {
        this.transfers = transfers;
        this.days = days;
        this.dues = dues;
        this.wallets = wallets;
        this.clock = clock;
    }

    /**
     * Moves credits, all or nothing, in the caller's transaction. Call it last there, and once: the rows that many wait
     * for, the wallets, are then locked for the shortest time and always in the same order.
     *
     * @throws InsufficientCreditsException if a wallet would fall below minus its credit limit
     * @throws DuplicateTransferException if a key was posted before
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction. After any of these
     *     the transaction can only be rolled back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<PostedTransfer> posted = transfers.stream()
                .map(transfer -> new PostedTransfer(RowIds.next(), transfer, now))
                .toList();
        this.transfers.insert(posted);
        dues.add(transfers);
        days.add(posted);
        wallets.apply(transfers);
    }

    /** What every tenant was charged, less what it was refunded, for messages. */
    public Map<UUID, Consumption> consumed() {
        return days.consumed(TransferKind.CHARGE, TransferKind.REFUND);
    }

    /** What every tenant was charged, less what it was refunded, for lookups. */
    public Map<UUID, Consumption> consumedByLookups() {
        return days.consumed(TransferKind.LOOKUP_CHARGE, TransferKind.LOOKUP_REFUND);
    }

    /**
     * Reads all transfers of some kinds, in no order, for what another module has to prove about them.
     *
     * @param kinds none that a statement groups by day
     */
    public void each(Set<TransferKind> kinds, Consumer<Transfer> reader) {
        if (kinds.stream().anyMatch(TransferKind::isGroupedByDay)) {
            throw new IllegalArgumentException("There are too many of these to read one by one: " + kinds);
        }
        transfers.each(kinds, reader);
    }
}
