package io.heliograph.purchases;

import io.heliograph.db.Transactions;
import io.heliograph.ledger.Account;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.InsufficientCreditsException;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.Transfer;
import io.heliograph.ledger.TransferKind;
import io.heliograph.ledger.Wallets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves the credits of refunds and disputes: from the buyer as far as it has them, and back again if all is undone. */
@Component
class Clawbacks {

    /** How soon a wallet that lacked credits is tried again. */
    static final Duration WALLET_MAY_HAVE_CREDITS = Duration.ofMinutes(1);

    private static final int TRIES_AGAINST_SPENDING = 3;

    private final PurchaseRows purchases;
    private final ReversalRows reversals;
    private final Ledger ledger;
    private final Wallets wallets;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Clawbacks(
            PurchaseRows purchases,
            ReversalRows reversals,
            Ledger ledger,
            Wallets wallets,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.purchases = purchases;
        this.reversals = reversals;
        this.ledger = ledger;
        this.wallets = wallets;
        this.transactions = transactions;
        this.events = events;
    }

    /** Moves for each reversal of a purchase what can be moved now; the rest stays due. */
    void settle(Purchase purchase) {
        for (ReversalRow row : reversals.of(purchase)) {
            boolean moved = false;
            for (int tries = 0; !moved && tries < TRIES_AGAINST_SPENDING; tries++) {
                moved = tryToMove(purchase, row.stripeId());
            }
        }
        transactions.run(() -> restate(purchases.lock(purchase.tenantId(), purchase.id())));
    }

    /** Writes onto a locked purchase what its reversals add up to, and whether any has something left to do. */
    void restate(Purchase locked) {
        List<ReversalRow> rows = reversals.of(locked);
        switch (locked.state()) {
            case FULFILLED -> restateFulfilled(locked, rows);
            case REFUNDED -> takeUpAgain(locked, rows);
            case OPEN, PAID, EXPIRED, FAILED, MISMATCH -> {}
        }
    }

    private void restateFulfilled(Purchase locked, List<ReversalRow> rows) {
        Credits reversed = rows.stream().map(ReversalRow::held).reduce(Credits.ZERO, Credits::plus);
        Credits owed = rows.stream().map(ReversalRow::owed).reduce(Credits.ZERO, Credits::plus);
        boolean unsettled = rows.stream()
                .anyMatch(row -> row.state() == ReversalState.OPEN || row.state() == ReversalState.RETURNING);
        purchases.noteReversals(locked, reversed, owed);
        purchases.due(locked, unsettled ? WALLET_MAY_HAVE_CREDITS : null);
    }

    private void takeUpAgain(Purchase locked, List<ReversalRow> rows) {
        Credits taken = rows.stream()
                .filter(row -> row.state().isActive())
                .map(ReversalRow::credits)
                .reduce(Credits.ZERO, Credits::plus);
        if (taken.compareTo(locked.credits()) < 0) {
            purchases.become(locked, PurchaseState.PAID);
            purchases.due(locked, Duration.ZERO);
        }
    }

    /** False if the wallet was emptied while we looked. */
    private boolean tryToMove(Purchase purchase, String stripeId) {
        try {
            transactions.run(() -> move(purchases.lock(purchase.tenantId(), purchase.id()), stripeId));
            return true;
        } catch (InsufficientCreditsException spentMeanwhile) {
            return false;
        }
    }

    private void move(Purchase locked, String stripeId) {
        ReversalRow row = reversals.of(locked).stream()
                .filter(candidate -> candidate.stripeId().equals(stripeId))
                .findFirst()
                .orElseThrow();
        if (locked.state() != PurchaseState.FULFILLED) {
            return;
        }
        switch (row.state()) {
            case OPEN -> collect(locked, row);
            case RETURNING -> giveBack(locked, row);
            case COLLECTED, RETURNED -> {}
        }
    }

    private void collect(Purchase locked, ReversalRow row) {
        Credits available = wallets.get(locked.tenantId()).available();
        Credits part = available.compareTo(row.owed()) < 0 ? available : row.owed();
        if (!part.isPositive()) {
            return;
        }
        ReversalRow after = row.collect(part);
        reversals.update(locked, row, after);
        restate(locked);
        events.publishEvent(
                new CreditsClawedBack(locked.tenantId(), locked.id(), locked.sellerId(), part, after.owed()));
        Account seller = wallets.sellingAccount(locked.tenantId());
        ledger.post(List.of(transfer(
                locked,
                "reversal:" + row.stripeId() + ":" + after.collections(),
                TransferKind.PURCHASE_REVERSAL,
                Account.wallet(locked.tenantId()),
                seller,
                part)));
    }

    private void giveBack(Purchase locked, ReversalRow row) {
        reversals.update(locked, row, row.become(ReversalState.RETURNED));
        restate(locked);
        events.publishEvent(new CreditsGivenBack(locked.tenantId(), locked.id(), locked.sellerId(), row.collected()));
        Account seller = wallets.sellingAccount(locked.tenantId());
        ledger.post(List.of(transfer(
                locked,
                "reinstated:" + row.stripeId(),
                TransferKind.PURCHASE_REINSTATED,
                seller,
                Account.wallet(locked.tenantId()),
                row.collected())));
    }

    private static Transfer transfer(
            Purchase locked, String key, TransferKind kind, Account from, Account to, Credits credits) {
        return new Transfer(locked.tenantId(), key, kind, from, to, credits, locked.id(), locked.packageName(), null);
    }
}
