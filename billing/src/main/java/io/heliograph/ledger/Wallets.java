package io.heliograph.ledger;

import io.heliograph.db.Transactions;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tenants' wallets, who sells to whom, and sales made by hand. Who may do what is the caller's to check. */
@Component
public class Wallets {

    private final WalletRows wallets;
    private final Allocations allocations;
    private final Transactions transactions;
    private final Clock clock;

    /** A tenant keeps its seller for good, so what was read once stays true. */
    private final Map<UUID, List<UUID>> sellersAbove = new ConcurrentHashMap<>();

    Wallets(WalletRows wallets, Allocations allocations, Transactions transactions, Clock clock) {
        this.wallets = wallets;
        this.allocations = allocations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Gives a new tenant a wallet with nothing in it.
     *
     * @param sellerId whose customer it is; null for the operator, who sells what it issues itself
     * @throws org.springframework.dao.DuplicateKeyException if it has one
     */
    public void open(UUID tenantId, @Nullable UUID sellerId) {
        transactions.run(() -> wallets.insert(tenantId, sellerId, clock.instant()));
    }

    /** A tenant's wallet as it is now; a tenant without one is an {@link IllegalStateException}. */
    public Wallet get(UUID tenantId) {
        return wallets.find(tenantId).orElseThrow(() -> new IllegalStateException("No wallet of " + tenantId));
    }

    /** A tenant's wallet; empty if it has none yet. */
    public Optional<Wallet> find(UUID tenantId) {
        return wallets.find(tenantId);
    }

    /** What each of these tenants may still spend, as it was last committed; a tenant without a wallet is left out. */
    public Map<UUID, Credits> available(Collection<UUID> tenantIds) {
        return wallets.find(tenantIds).stream().collect(Collectors.toMap(Wallet::tenantId, Wallet::available));
    }

    /** The wallets of a seller's direct customers by tenant, in the order of their ids. */
    public Map<UUID, Wallet> ofCustomers(UUID sellerId) {
        Map<UUID, Wallet> byTenant = new LinkedHashMap<>();
        wallets.ofCustomers(sellerId).forEach(wallet -> byTenant.put(wallet.tenantId(), wallet));
        return byTenant;
    }

    /**
     * Lets a tenant's balance go down to minus this many credits; 0 to none.
     *
     * @throws CreditLimitInUseException if the balance is below that already
     */
    public void setCreditLimit(UUID tenantId, Credits limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("A credit limit is 0 or more, not " + limit);
        }
        if (!transactions.call(() -> wallets.setCreditLimit(tenantId, limit))) {
            throw new CreditLimitInUseException(
                    tenantId, get(tenantId).balance().negate());
        }
    }

    /**
     * Moves credits from a seller to its customer. Of two calls with one key the second changes nothing.
     *
     * @param amount above zero
     * @param key unique among the customer's allocations, at most 100 characters
     * @param actorId the user who does it
     * @return the transfer as it stands, also when an earlier call made it
     * @throws InsufficientCreditsException if the seller has too few credits; the operator never has
     */
    public PostedTransfer allocate(
            UUID sellerId, UUID buyerId, Credits amount, String key, @Nullable String note, @Nullable UUID actorId) {
        return allocations.allocate(sellingAccount(sellerId, buyerId), buyerId, amount, key, note, actorId);
    }

    /**
     * Moves credits from a customer back to its seller, never below zero. Of two calls with one key the second changes
     * nothing.
     *
     * @param amount above zero
     * @param key unique among what was taken back from the customer, at most 100 characters
     * @param actorId the user who does it
     * @return the transfer as it stands, also when an earlier call made it
     * @throws TakeBackTooLargeException if the customer has less than that
     */
    public PostedTransfer takeBack(
            UUID sellerId, UUID buyerId, Credits amount, String key, @Nullable String note, @Nullable UUID actorId) {
        return allocations.takeBack(sellingAccount(sellerId, buyerId), buyerId, amount, key, note, actorId);
    }

    /** The account that a sale to a tenant is taken from: its seller's wallet, or what the operator issues. */
    public Account sellingAccount(UUID buyerId) {
        UUID sellerId = get(buyerId).sellerId();
        if (sellerId == null) {
            throw new IllegalStateException("Nobody sells to the operator " + buyerId);
        }
        return get(sellerId).sellerId() == null ? Account.issuance(sellerId) : Account.wallet(sellerId);
    }

    /** The sellers above a tenant, nearest first, the operator last; empty for the operator. */
    public List<UUID> sellersAbove(UUID tenantId) {
        List<UUID> known = sellersAbove.get(tenantId);
        if (known != null) {
            return known;
        }
        get(tenantId);
        List<UUID> sellers = List.copyOf(wallets.sellersAbove(tenantId));
        sellersAbove.put(tenantId, sellers);
        return sellers;
    }

    private Account sellingAccount(UUID sellerId, UUID buyerId) {
        Account account = sellingAccount(buyerId);
        if (!account.tenantId().equals(sellerId)) {
            throw new IllegalArgumentException(buyerId + " is no customer of " + sellerId);
        }
        return account;
    }
}
