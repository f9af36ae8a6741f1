package io.heliograph.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.purchases.StartResult.Reason;
import io.heliograph.purchases.StartResult.Refused;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PurchasesIT extends PurchaseTest {

    @Test
    void opensACheckoutOnTheResellersOwnAccount() {
        Purchase purchase = market.start(market.alice(), offer);

        assertThat(purchase.state()).isEqualTo(PurchaseState.OPEN);
        assertThat(purchase.stripeAccount()).isEqualTo(Market.ACCOUNT);
        assertThat(purchase.sellerId()).isEqualTo(market.reseller());
        assertThat(purchase.credits()).isEqualTo(THOUSAND);
        assertThat(purchase.price()).isEqualTo(offer.price());
        assertThat(purchases.checkoutOrigins()).containsExactly(stripe.address().toString());
    }

    @Test
    void refusesWhatCannotBeBought() {
        merchants.disconnect(market.other());
        CreditPackage elsewhere =
                packages.create(market.other(), new NewPackage("Other", THOUSAND, Price.of(PRICE, "EUR")));
        CreditPackage large =
                packages.create(market.reseller(), new NewPackage("Large", Credits.of(5_001), Price.of(PRICE, "EUR")));

        assertThat(start(RowIds.next())).isEqualTo(new Refused(Reason.NO_SUCH_PACKAGE));
        assertThat(start(elsewhere.id())).isEqualTo(new Refused(Reason.NO_SUCH_PACKAGE));
        assertThat(purchases.start(market.charlie(), elsewhere.id(), Market.ACTOR, Market.URLS))
                .isEqualTo(new Refused(Reason.SELLER_TAKES_NO_CARDS));
        assertThat(start(large.id())).isEqualTo(new Refused(Reason.SELLER_IS_SHORT));
        packages.retire(market.reseller(), offer.id());
        assertThat(start(offer.id())).isEqualTo(new Refused(Reason.NO_SUCH_PACKAGE));
        assertThat(purchases.ofBuyer(market.alice(), null, 10)).isEmpty();
    }

    @Test
    void doesNotSellTwiceWhatBuyersWaitFor() {
        CreditPackage all =
                packages.create(market.reseller(), new NewPackage("All", Market.STOCK, Price.of(PRICE, "EUR")));
        Purchase first = market.start(market.alice(), all);
        stripe.pay(session(first));
        wallets.takeBack(market.operator(), market.reseller(), Credits.of(1), "one", null, null);
        purchases.fulfil(session(first));
        eventsArrive(1);

        assertThat(start(offer.id())).isEqualTo(new Refused(Reason.SELLER_IS_SHORT));
    }

    @Test
    void saysWhenStripeTurnsItDown() {
        stripe.closeAccount(Market.ACCOUNT);

        try {
            assertThat(start(offer.id())).isEqualTo(new Refused(Reason.STRIPE_REFUSED));
            assertThat(purchases.ofBuyer(market.alice(), null, 10))
                    .singleElement()
                    .satisfies(purchase -> assertThat(purchase.state()).isEqualTo(PurchaseState.FAILED));
        } finally {
            stripe.openAccount(Market.ACCOUNT);
        }
    }

    @Test
    void listsNewestFirstAndPageByPage() {
        Purchase first = market.start(market.alice(), offer);
        Purchase second = market.start(market.alice(), offer);

        assertThat(purchases.ofBuyer(market.alice(), null, 1)).containsExactly(second);
        assertThat(purchases.ofBuyer(market.alice(), second.id(), 10)).containsExactly(first);
        assertThat(purchases.ofSeller(market.reseller(), null, 10)).containsExactly(second, first);
        assertThat(purchases.ofSeller(market.other(), null, 10)).isEmpty();
    }

    @Test
    void charlieGets404() {
        Purchase purchase = market.start(market.alice(), offer);

        assertThat(purchases.find(market.charlie(), purchase.id())).isEmpty();
        assertThat(packages.retire(market.other(), offer.id())).isFalse();
        assertThat(packages.forBuyer(market.charlie())).isEmpty();
    }

    @Test
    void offersPackagesUntilTheyAreRetired() {
        CreditPackage cheap =
                packages.create(market.reseller(), new NewPackage(" Starter ", Credits.of(100), Price.of(600, "EUR")));

        assertThat(packages.forBuyer(market.alice()))
                .extracting(CreditPackage::name)
                .containsExactly("Starter", "1,000 credits");
        assertThat(packages.retire(market.reseller(), cheap.id())).isTrue();
        assertThat(packages.retire(market.reseller(), cheap.id())).isFalse();
        assertThat(packages.forBuyer(market.alice())).hasSize(1);
        assertThat(packages.ofSeller(market.reseller())).hasSize(2);
        assertThat(packages.forBuyer(market.operator())).isEmpty();
    }

    @Test
    void connectsAnAccountToOneTenantOnly() {
        assertThat(merchants.connect(market.other(), Market.ACCOUNT)).isEqualTo(ConnectResult.ANOTHER_TENANTS);
        assertThat(merchants.connect(market.other(), "acct_nobodys")).isEqualTo(ConnectResult.CANNOT_BE_PAID);
        assertThat(merchants.accountOf(market.other())).contains(Market.OTHER_ACCOUNT);
        assertThat(merchants.connect(market.other(), "acct_sim_new")).isEqualTo(ConnectResult.CONNECTED);
        assertThat(merchants.accountOf(market.other())).contains("acct_sim_new");
    }

    private StartResult start(UUID packageId) {
        return purchases.start(market.alice(), packageId, Market.ACTOR, Market.URLS);
    }
}
