package io.heliograph.accounts;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.PostedTransfer;
import io.heliograph.ledger.Wallets;
import io.heliograph.tenants.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Credits that a seller moves by hand, each move with its entry in the log. */
@Component
public class CreditMoves {

    private final Wallets wallets;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    CreditMoves(Wallets wallets, AuditLog audit, Transactions transactions, Clock clock) {
        this.wallets = wallets;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Gives a buyer credits from its seller, once for a key.
     *
     * @throws io.heliograph.ledger.InsufficientCreditsException when the seller has too few
     */
    public PostedTransfer give(
            UUID sellerId, Tenant buyer, Credits amount, String key, @Nullable String note, UUID actorId) {
        return move(
                Act.CREDITS_GIVEN,
                buyer,
                amount,
                () -> wallets.allocate(sellerId, buyer.id(), amount, key, note, actorId));
    }

    /**
     * Takes credits back from a buyer, once for a key.
     *
     * @throws io.heliograph.ledger.TakeBackTooLargeException when the buyer has too few
     */
    public PostedTransfer takeBack(
            UUID sellerId, Tenant buyer, Credits amount, String key, @Nullable String note, UUID actorId) {
        return move(
                Act.CREDITS_TAKEN_BACK,
                buyer,
                amount,
                () -> wallets.takeBack(sellerId, buyer.id(), amount, key, note, actorId));
    }

    /**
     * Lets a buyer's balance go so far below zero.
     *
     * @throws io.heliograph.ledger.CreditLimitInUseException when more than that is in use
     */
    public void limit(Tenant buyer, Credits limit) {
        audit.with(
                new NewEntry(buyer.id(), Act.CREDIT_LIMIT_CHANGED, buyer.id(), buyer.name(), limit.toString()),
                () -> wallets.setCreditLimit(buyer.id(), limit));
    }

    /** A replayed key moves nothing, so nothing is written again. */
    private PostedTransfer move(Act act, Tenant buyer, Credits amount, Supplier<PostedTransfer> transfer) {
        return transactions.call(() -> {
            Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);
            PostedTransfer posted = transfer.get();
            if (!posted.postedAt().isBefore(before)) {
                audit.write(new NewEntry(buyer.id(), act, buyer.id(), buyer.name(), amount.toString()));
            }
            return posted;
        });
    }
}
