package io.heliograph.accounts;

import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.tenants.Invitations;
import io.heliograph.tenants.NewTenant;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens a customer's account: all of it, or nothing. */
@Component
public class Onboarding {

    private final Tenants tenants;
    private final Invitations invitations;
    private final CreditMoves moves;
    private final Transactions transactions;

    Onboarding(Tenants tenants, Invitations invitations, CreditMoves moves, Transactions transactions) {
        this.tenants = tenants;
        this.invitations = invitations;
        this.moves = moves;
        this.transactions = transactions;
    }

    /**
     * Makes the tenant with its wallet, mails its owner an invitation, and gives it its first credits.
     *
     * @param credits zero or more, from the seller's wallet
     * @param key under which the first credits are booked once
     * @param actorId who opens the account
     * @throws io.heliograph.tenants.EmailTakenException when the owner's address is taken in any tenant
     * @throws io.heliograph.ledger.InsufficientCreditsException when the seller has too few credits
     */
    public Tenant open(NewTenant customer, NewUser owner, Credits credits, String key, UUID actorId) {
        UUID sellerId = Objects.requireNonNull(customer.parentId());
        return transactions.call(() -> {
            Tenant opened = tenants.create(customer);
            invitations.invite(opened.id(), owner);
            if (credits.isPositive()) {
                moves.give(sellerId, opened, credits, key, null, actorId);
            }
            return opened;
        });
    }
}
