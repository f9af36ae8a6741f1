package io.heliograph.purchases;

import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.purchases.stripe.Reversal;
import io.heliograph.purchases.stripe.Reversal.Kind;
import io.heliograph.purchases.stripe.StripeConnection;
import io.heliograph.purchases.stripe.StripeGateway;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Refunds and disputes. All of a payment are read back from Stripe and compared with what we know, so it does not matter
 * which event came, how often, or in what order.
 */
@Component
class Reversals {

    private final PurchaseRows purchases;
    private final ReversalRows reversals;
    private final Clawbacks clawbacks;
    private final StripeConnection stripe;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Reversals(
            PurchaseRows purchases,
            ReversalRows reversals,
            Clawbacks clawbacks,
            StripeConnection stripe,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.purchases = purchases;
        this.reversals = reversals;
        this.clawbacks = clawbacks;
        this.stripe = stripe;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * The purchase that a charge, refund or dispute is about; empty if it is none of ours. Only a purchase that was
     * opened on that very account counts, as the owner of an account may write there what it likes.
     */
    Optional<Purchase> purchaseOf(@Nullable String account, String objectId) {
        StripeGateway gateway = stripe.requireGateway();
        Optional<String> paymentId = gateway.paymentOf(account, objectId);
        return paymentId
                .flatMap(purchases::ofPayment)
                .or(() ->
                        paymentId.flatMap(id -> gateway.purchaseOf(account, id)).flatMap(purchases::ofId))
                .filter(purchase -> Objects.equals(purchase.stripeAccount(), account));
    }

    /** Reads back what was taken of a purchase that is paid, and moves the credits that go with it. */
    void refresh(Purchase purchase) {
        OutsideTransactions.require();
        String paymentId = purchase.paymentId();
        if (paymentId == null) {
            return;
        }
        List<Reversal> found = stripe.requireGateway().reversals(purchase.stripeAccount(), paymentId);
        transactions.run(() -> note(purchases.lock(purchase.tenantId(), purchase.id()), found));
        clawbacks.settle(purchase);
    }

    /** Notes what is new about a locked purchase; moves no credits. */
    void note(Purchase locked, List<Reversal> found) {
        Map<String, ReversalRow> known = new HashMap<>();
        reversals.of(locked).forEach(row -> known.put(row.stripeId(), row));
        for (Reversal reversal : found) {
            ReversalRow row = known.get(reversal.stripeId());
            if (row == null && !reversal.returned()) {
                add(locked, reversal);
            } else if (row != null && reversal.returned() && row.state().isActive()) {
                boolean nothingToGive = row.collected().isZero();
                reversals.update(
                        locked, row, row.become(nothingToGive ? ReversalState.RETURNED : ReversalState.RETURNING));
            }
        }
        clawbacks.restate(locked);
    }

    private void add(Purchase locked, Reversal reversal) {
        Credits share = share(locked, reversal.amount());
        ReversalState state = share.isZero() ? ReversalState.COLLECTED : ReversalState.OPEN;
        reversals.insert(
                locked,
                new ReversalRow(
                        reversal.stripeId(), reversal.kind(), reversal.amount(), share, Credits.ZERO, 0, state));
        events.publishEvent(new PurchaseReversed(
                locked.tenantId(), locked.id(), locked.sellerId(), reversal.kind() == Kind.DISPUTE, share));
    }

    /**
     * The credits of one more reversal: those of all money taken back so far, less what earlier ones took. So partial
     * refunds are each rounded down for the buyer, and yet a price refunded in parts takes back every credit.
     */
    private Credits share(Purchase locked, long amount) {
        long taken = amount;
        Credits claimed = Credits.ZERO;
        for (ReversalRow row : reversals.of(locked)) {
            if (row.state().isActive()) {
                taken = Math.addExact(taken, row.amount());
                claimed = claimed.plus(row.credits());
            }
        }
        Credits share = locked.creditsFor(taken).minus(claimed);
        return share.isNegative() ? Credits.ZERO : share;
    }
}
