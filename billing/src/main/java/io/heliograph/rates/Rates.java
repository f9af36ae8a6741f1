package io.heliograph.rates;

import io.heliograph.ledger.Wallets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a number costs a tenant. Prices are looked up in memory; a change made on another node is seen within a second.
 */
@Component
public class Rates {

    private final RateSnapshots snapshots;
    private final RateChains chains;
    private final Wallets wallets;

    Rates(RateSnapshots snapshots, RateChains chains, Wallets wallets) {
        this.snapshots = snapshots;
        this.chains = chains;
        this.wallets = wallets;
    }

    /**
     * The price of a unit to a number. The tenant's own price is that of the longest prefix in its seller's rates for it or
     * for all (its own wins where both are as long); without one, its seller's price and the markup.
     *
     * @param msisdn digits of E.164, no plus
     * @return empty if somebody in the chain up to the operator has no price for it: it can't be sold. The operator itself
     *     buys nothing here.
     */
    public Optional<Price> price(UUID tenantId, Product product, String msisdn) {
        List<UUID> sellers = wallets.sellersAbove(tenantId);
        return snapshots
                .current()
                .quote(tenantId, sellers, product, msisdn)
                .map(quote -> chains.intern(tenantId, quote));
    }

    /** A price that was quoted to the tenant before; an unknown one is an {@link IllegalStateException}. */
    public Price chain(UUID tenantId, UUID chainId) {
        return chains.get(tenantId, chainId);
    }
}
