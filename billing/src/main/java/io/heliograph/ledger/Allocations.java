package io.heliograph.ledger;

import io.heliograph.db.Transactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sales by hand: credits given to a customer and taken back, once for each key. */
@Component
class Allocations {

    private final Ledger ledger;
    private final TransferRows transfers;
    private final WalletRows wallets;
    private final Transactions transactions;

    Allocations(Ledger ledger, TransferRows transfers, WalletRows wallets, Transactions transactions) {
        this.ledger = ledger;
        this.transfers = transfers;
        this.wallets = wallets;
        this.transactions = transactions;
    }

    PostedTransfer allocate(
            Account seller, UUID buyerId, Credits amount, String key, @Nullable String note, @Nullable UUID actorId) {
        return once(new Transfer(
                buyerId,
                "allocation:" + key,
                TransferKind.ALLOCATION,
                seller,
                Account.wallet(buyerId),
                amount,
                null,
                note,
                actorId));
    }

    PostedTransfer takeBack(
            Account seller, UUID buyerId, Credits amount, String key, @Nullable String note, @Nullable UUID actorId) {
        Transfer transfer = new Transfer(
                buyerId,
                "take-back:" + key,
                TransferKind.TAKE_BACK,
                Account.wallet(buyerId),
                seller,
                amount,
                null,
                note,
                actorId);
        try {
            return once(transfer);
        } catch (InsufficientCreditsException insufficient) {
            throw new TakeBackTooLargeException(buyerId, atLeastZero(insufficient.balance()));
        }
    }

    private PostedTransfer once(Transfer transfer) {
        try {
            return transactions.call(() -> findOrPost(transfer));
        } catch (DuplicateTransferException somebodyElseWasFaster) {
            return transactions.call(() -> findOrPost(transfer));
        }
    }

    private PostedTransfer findOrPost(Transfer transfer) {
        return transfers.find(transfer.tenantId(), transfer.key()).orElseGet(() -> {
            ledger.post(List.of(transfer));
            if (transfer.kind() == TransferKind.TAKE_BACK) {
                requireNotBelowZero(transfer);
            }
            return transfers.find(transfer.tenantId(), transfer.key()).orElseThrow();
        });
    }

    /** The ledger minds the credit limit only; what a customer was lent can't be taken back. */
    private void requireNotBelowZero(Transfer takeBack) {
        Credits balance = wallets.find(takeBack.tenantId()).orElseThrow().balance();
        if (balance.isNegative()) {
            throw new TakeBackTooLargeException(takeBack.tenantId(), atLeastZero(balance.plus(takeBack.amount())));
        }
    }

    private static Credits atLeastZero(Credits credits) {
        return credits.isNegative() ? Credits.ZERO : credits;
    }
}
