package io.heliograph.rates;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A seller's prices for its customers. A change holds at once on this node and within a second on the others; what was
 * accepted before keeps its price.
 */
@Component
public class PriceLists {

    /** The most that a unit may cost. */
    public static final Credits MAX_PRICE = Credits.of(1_000_000);

    private static final Pattern PREFIX = Pattern.compile("[0-9]{0,18}");

    private final RateRows rates;
    private final TermsRows terms;
    private final RateSnapshots snapshots;
    private final Wallets wallets;
    private final Transactions transactions;
    private final Clock clock;

    PriceLists(
            RateRows rates,
            TermsRows terms,
            RateSnapshots snapshots,
            Wallets wallets,
            Transactions transactions,
            Clock clock) {
        this.rates = rates;
        this.terms = terms;
        this.snapshots = snapshots;
        this.wallets = wallets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A seller's prices for one customer, or, with null, those for all, by product and prefix. */
    public List<PriceRow> list(UUID sellerId, @Nullable UUID customerId) {
        return rates.current(sellerId, customerId).stream()
                .map(rate -> new PriceRow(
                        rate.id(),
                        rate.customerId(),
                        rate.product(),
                        rate.prefix(),
                        rate.price(),
                        sellerPays(sellerId, rate.product(), rate.prefix()).orElse(null),
                        rate.createdAt()))
                .toList();
    }

    /**
     * Sets what numbers with a prefix cost one customer, or, with null, all. Selling below one's own price is allowed.
     *
     * @param prefix at most 18 digits; empty for everywhere
     * @param price 0 to {@link #MAX_PRICE}
     * @param actorId the user who does it
     * @return the id of the rate
     */
    public UUID set(
            UUID sellerId,
            @Nullable UUID customerId,
            Product product,
            String prefix,
            Credits price,
            @Nullable UUID actorId) {
        require(prefix, price);
        if (customerId != null) {
            requireCustomer(sellerId, customerId);
        }
        return transactions.call(() -> {
            snapshots.change();
            Optional<Rate> old = rates.current(sellerId, customerId, product, prefix);
            if (old.isPresent() && old.get().price().equals(price)) {
                return old.get().id();
            }
            Rate rate = new Rate(sellerId, RowIds.next(), customerId, product, prefix, price, clock.instant());
            old.ifPresent(ended -> rates.end(sellerId, ended.id(), rate.createdAt()));
            rates.insert(rate, actorId);
            return rate.id();
        });
    }

    /** Ends a price; what is shorter or more general holds again. False if the seller has no such price now. */
    public boolean remove(UUID sellerId, UUID rateId) {
        return transactions.call(() -> {
            snapshots.change();
            return rates.end(sellerId, rateId, clock.instant());
        });
    }

    /** The markup agreed with one customer, in basis points; empty if the seller's terms hold. */
    public OptionalInt markup(UUID customerId) {
        return terms.markup(customerId);
    }

    /** Agrees a markup with one customer, in basis points as in {@link Terms}. */
    public void setMarkup(UUID sellerId, UUID customerId, int basisPoints) {
        Markup.require(basisPoints);
        requireCustomer(sellerId, customerId);
        transactions.run(() -> {
            snapshots.change();
            terms.saveMarkup(customerId, basisPoints);
        });
    }

    /** Lets the seller's terms hold for a customer again. */
    public void removeMarkup(UUID sellerId, UUID customerId) {
        requireCustomer(sellerId, customerId);
        transactions.run(() -> {
            snapshots.change();
            terms.removeMarkup(customerId);
        });
    }

    /** What everyone without a price or markup of their own pays a seller where no prefix says otherwise. */
    public Optional<Credits> defaultPrice(UUID sellerId, Product product) {
        return snapshots.current().defaultPrice(sellerId, wallets.sellersAbove(sellerId), product, "");
    }

    /** What a seller itself pays for a unit to a prefix; empty for the operator, and where it has no price. */
    public Optional<Credits> sellerPays(UUID sellerId, Product product, String prefix) {
        return snapshots
                .current()
                .quote(sellerId, wallets.sellersAbove(sellerId), product, prefix)
                .map(Quote::unit);
    }

    /** Which price of its seller wins for a customer and a number, and why; empty if the number has no price. */
    public Optional<Explanation> explain(UUID customerId, Product product, String msisdn) {
        return snapshots
                .current()
                .explain(customerId, wallets.sellersAbove(customerId), product, msisdn)
                .map(RateSnapshot.Step::explanation);
    }

    private void requireCustomer(UUID sellerId, UUID customerId) {
        if (!sellerId.equals(wallets.get(customerId).sellerId())) {
            throw new IllegalArgumentException(customerId + " is no customer of " + sellerId);
        }
    }

    private static void require(String prefix, Credits price) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("A prefix has at most 18 digits and nothing else: " + prefix);
        }
        if (price.isNegative() || price.compareTo(MAX_PRICE) > 0) {
            throw new IllegalArgumentException("A price is 0 to " + MAX_PRICE + " credits, not " + price);
        }
    }
}
