package io.heliograph.purchases;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import io.heliograph.purchases.StartResult.Started;
import java.util.UUID;

/** Alice buys from a reseller, which buys from the operator; Charlie is a customer of another reseller. */
record Market(
        Wallets wallets, Purchases purchases, UUID operator, UUID reseller, UUID other, UUID alice, UUID charlie) {

    static final String ACCOUNT = "acct_sim_northwind";
    static final String OTHER_ACCOUNT = "acct_sim_southwind";
    static final UUID ACTOR = RowIds.next();
    static final Credits STOCK = Credits.of(5_000);
    static final ReturnUrls URLS = new ReturnUrls(
            "https://portal.test/credits/purchases/{PURCHASE_ID}?session={CHECKOUT_SESSION_ID}",
            "https://portal.test/credits");

    static Market open(Wallets wallets, Merchants merchants, Purchases purchases) {
        Market market = new Market(
                wallets, purchases, RowIds.next(), RowIds.next(), RowIds.next(), RowIds.next(), RowIds.next());
        wallets.open(market.operator, null);
        wallets.open(market.reseller, market.operator);
        wallets.open(market.other, market.operator);
        wallets.open(market.alice, market.reseller);
        wallets.open(market.charlie, market.other);
        market.supply(STOCK);
        merchants.connect(market.reseller, ACCOUNT);
        merchants.connect(market.other, OTHER_ACCOUNT);
        return market;
    }

    /** The reseller gets credits by hand. */
    void supply(Credits credits) {
        wallets.allocate(operator, reseller, credits, RowIds.next().toString(), null, null);
    }

    /** Alice's credits are used up by hand, so to say. */
    void spend(Credits credits) {
        wallets.takeBack(reseller, alice, credits, RowIds.next().toString(), null, null);
    }

    void give(Credits credits) {
        wallets.allocate(reseller, alice, credits, RowIds.next().toString(), null, null);
    }

    Credits balance(UUID tenantId) {
        return wallets.get(tenantId).balance();
    }

    Purchase start(UUID buyer, CreditPackage offer) {
        return switch (purchases.start(buyer, offer.id(), ACTOR, URLS)) {
            case Started started -> purchases.find(buyer, started.purchaseId()).orElseThrow();
            case StartResult.Refused refused -> throw new AssertionError(refused);
        };
    }
}
