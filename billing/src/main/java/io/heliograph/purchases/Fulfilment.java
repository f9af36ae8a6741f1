package io.heliograph.purchases;

import io.heliograph.db.Transactions;
import io.heliograph.ledger.Account;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.InsufficientCreditsException;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.Transfer;
import io.heliograph.ledger.TransferKind;
import io.heliograph.ledger.Wallets;
import io.heliograph.purchases.FulfilResult.AlreadyFulfilled;
import io.heliograph.purchases.FulfilResult.Expired;
import io.heliograph.purchases.FulfilResult.Fulfilled;
import io.heliograph.purchases.FulfilResult.Mismatch;
import io.heliograph.purchases.FulfilResult.NotPaid;
import io.heliograph.purchases.FulfilResult.TakenBack;
import io.heliograph.purchases.FulfilResult.WaitingForSeller;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings bought credits from the seller to the buyer: once for each purchase that is paid. */
@Component
class Fulfilment {

    /** How soon the credits of a purchase whose seller is short are tried again. */
    static final Duration SELLER_MAY_HAVE_CREDITS = Duration.ofSeconds(15);

    private final PurchaseRows purchases;
    private final ReversalRows reversals;
    private final Ledger ledger;
    private final Wallets wallets;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Fulfilment(
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

    /** What stands now, moving the credits if the purchase is paid and they were not yet moved. */
    FulfilResult deliver(Purchase purchase) {
        try {
            return transactions.call(() -> {
                Purchase locked = purchases.lock(purchase.tenantId(), purchase.id());
                return locked.state() == PurchaseState.PAID ? deliverLocked(locked) : standing(locked);
            });
        } catch (InsufficientCreditsException sellerIsShort) {
            purchases.due(purchase, SELLER_MAY_HAVE_CREDITS);
            return standing(current(purchase));
        }
    }

    /** Tries all paid purchases again whose seller was short, the oldest first; smaller ones may fit where others don't. */
    void deliverWaiting(UUID sellerId) {
        purchases.waiting(sellerId).forEach(this::deliver);
    }

    /** What a purchase's state means, with nothing done about it. */
    static FulfilResult standing(Purchase purchase) {
        return switch (purchase.state()) {
            case OPEN -> new NotPaid(purchase, false);
            case PAID -> new WaitingForSeller(purchase);
            case FULFILLED -> new AlreadyFulfilled(purchase);
            case REFUNDED -> new TakenBack(purchase);
            case EXPIRED -> new Expired(purchase);
            case FAILED -> new NotPaid(purchase, false);
            case MISMATCH -> new Mismatch(purchase);
        };
    }

    private FulfilResult deliverLocked(Purchase purchase) {
        Credits takenBack = netOut(purchase);
        Credits credits = purchase.credits().minus(takenBack);
        if (!credits.isPositive()) {
            purchases.become(purchase, PurchaseState.REFUNDED);
            purchases.due(purchase, null);
            return new TakenBack(current(purchase));
        }
        purchases.become(purchase, PurchaseState.FULFILLED);
        purchases.noteReversals(purchase, takenBack, Credits.ZERO);
        purchases.due(purchase, null);
        events.publishEvent(new PurchaseFulfilled(
                purchase.tenantId(), purchase.id(), purchase.sellerId(), credits, purchase.price()));
        Purchase fulfilled = current(purchase);
        ledger.post(List.of(transfer(purchase, credits)));
        return new Fulfilled(fulfilled);
    }

    /** What was taken back before any credits moved is simply not given: nothing to collect later. */
    private Credits netOut(Purchase purchase) {
        List<ReversalRow> active = reversals.of(purchase).stream()
                .filter(reversal -> reversal.state().isActive())
                .toList();
        Credits sum = active.stream().map(ReversalRow::credits).reduce(Credits.ZERO, Credits::plus);
        if (sum.compareTo(purchase.credits()) < 0) {
            active.stream()
                    .filter(reversal -> reversal.owed().isPositive())
                    .forEach(reversal -> reversals.update(purchase, reversal, reversal.collect(reversal.owed())));
        }
        return sum;
    }

    private Transfer transfer(Purchase purchase, Credits credits) {
        return new Transfer(
                purchase.tenantId(),
                "purchase:" + purchase.id(),
                TransferKind.PURCHASE,
                wallets.sellingAccount(purchase.tenantId()),
                Account.wallet(purchase.tenantId()),
                credits,
                purchase.id(),
                purchase.packageName(),
                purchase.createdBy());
    }

    private Purchase current(Purchase purchase) {
        return purchases.find(purchase.tenantId(), purchase.id()).orElseThrow();
    }
}
