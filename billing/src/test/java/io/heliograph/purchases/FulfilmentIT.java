package io.heliograph.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.purchases.FulfilResult.AlreadyFulfilled;
import io.heliograph.purchases.FulfilResult.Expired;
import io.heliograph.purchases.FulfilResult.Fulfilled;
import io.heliograph.purchases.FulfilResult.Mismatch;
import io.heliograph.purchases.FulfilResult.NotPaid;
import io.heliograph.purchases.FulfilResult.Unknown;
import io.heliograph.purchases.FulfilResult.WaitingForSeller;
import io.heliograph.purchases.stripe.simulator.WebhookMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FulfilmentIT extends PurchaseTest {

    @Autowired
    Transactions transactions;

    @Test
    void creditsOnceWhenTheWebhookComesThreeTimesAndBeforeTheLandingPage() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));

        stripe.deliver(WebhookMode.THREE_TIMES);
        eventsArrive(3);
        FulfilResult landing = purchases.fulfil(session(purchase));

        assertThat(receipts)
                .containsExactlyInAnyOrder(EventReceipt.HANDLED, EventReceipt.REPEATED, EventReceipt.REPEATED);
        assertThat(landing).isInstanceOf(AlreadyFulfilled.class);
        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
        assertThat(balance(market.reseller())).isEqualTo(Market.STOCK.minus(THOUSAND));
        assertThat(heard.of(PurchaseFulfilled.class))
                .containsExactly(new PurchaseFulfilled(
                        market.alice(), purchase.id(), market.reseller(), THOUSAND, offer.price()));
    }

    @Test
    void creditsOnceWhenTheLandingPageIsFirst() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));

        FulfilResult landing = purchases.fulfil(session(purchase));
        eventsArrive(1);

        assertThat(landing).isInstanceOf(Fulfilled.class);
        assertThat(receipts).containsExactly(EventReceipt.HANDLED);
        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
    }

    @Test
    void creditsOnceWhenTenThreadsFulfil() throws Exception {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        List<Callable<FulfilResult>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(() -> purchases.fulfil(session(purchase)));
        }

        List<FulfilResult> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<FulfilResult> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }

        assertThat(results).filteredOn(Fulfilled.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(AlreadyFulfilled.class::isInstance).hasSize(9);
        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
    }

    @Test
    void issuesCreditsWhenAResellerBuysFromTheOperator() {
        CreditPackage bulk = packages.create(
                market.operator(), new NewPackage("Bulk", Credits.of(100_000), Price.of(200_000, "USD")));
        Purchase purchase = market.start(market.reseller(), bulk);
        assertThat(purchase.stripeAccount()).isNull();

        stripe.pay(session(purchase));
        eventsArrive(1);

        assertThat(balance(market.reseller())).isEqualTo(Market.STOCK.plus(Credits.of(100_000)));
        assertThat(balance(market.operator())).isEqualTo(Credits.ZERO);
    }

    @Test
    void creditsNothingWhenTheAmountIsNotWhatWasAskedFor() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.changeAmount(session(purchase), 1);
        stripe.pay(session(purchase));

        eventsArrive(1);

        assertThat(purchases.fulfil(session(purchase))).isInstanceOf(Mismatch.class);
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        assertThat(heard.of(PurchaseMismatched.class)).hasSize(1);
    }

    @Test
    void creditsNothingBeforeItIsPaid() {
        Purchase purchase = market.start(market.alice(), offer);

        assertThat(purchases.fulfil(session(purchase))).isEqualTo(new NotPaid(reread(purchase), false));
        assertThat(purchases.fulfil("cs_test_sim_nobodys")).isEqualTo(new Unknown());
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
    }

    @Test
    void waitsForAPaymentThatTakesDays() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.payLater(session(purchase));
        eventsArrive(1);
        assertThat(purchases.fulfil(session(purchase))).isEqualTo(new NotPaid(reread(purchase), true));

        stripe.settleLater(session(purchase), true);
        eventsArrive(1);

        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.FULFILLED);
        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
    }

    @Test
    void endsWhenSuchAPaymentFails() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.payLater(session(purchase));
        stripe.settleLater(session(purchase), false);

        eventsArrive(2);

        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.FAILED);
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
    }

    @Test
    void endsWhenTheCheckoutExpires() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.expire(session(purchase));

        eventsArrive(1);

        assertThat(purchases.fulfil(session(purchase))).isInstanceOf(Expired.class);
        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.EXPIRED);
    }

    @Test
    void findsOutByItselfWhenTheWebhookIsLost() {
        Purchase paid = market.start(market.alice(), offer);
        Purchase expired = market.start(market.alice(), offer);
        stripe.pay(session(paid));
        stripe.expire(session(expired));

        timePasses();

        assertThat(reread(paid).state()).isEqualTo(PurchaseState.FULFILLED);
        assertThat(reread(expired).state()).isEqualTo(PurchaseState.EXPIRED);
        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
        eventsArrive(2);
        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
    }

    @Test
    void endsACheckoutThatWasNeverShownToAnybody() {
        Purchase purchase = market.start(market.alice(), offer);
        jdbc.sql("UPDATE purchases_purchase SET stripe_session_id = NULL").update();

        timePasses();

        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.EXPIRED);
    }

    @Test
    void keepsAPaidPurchaseUntilTheSellerHasTheCredits() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        wallets.takeBack(market.operator(), market.reseller(), Market.STOCK, "all", null, null);

        FulfilResult landing = purchases.fulfil(session(purchase));
        eventsArrive(1);
        timePasses();

        assertThat(landing).isInstanceOf(WaitingForSeller.class);
        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.PAID);
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        assertThat(heard.of(PurchaseWaitsForSeller.class)).hasSize(1);

        market.supply(Credits.of(1_500));
        timePasses();

        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.FULFILLED);
        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
        assertThat(balance(market.reseller())).isEqualTo(Credits.of(500));
    }

    @Test
    void servesWaitingBuyersAsSoonAsTheSellerHasBought() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        wallets.takeBack(market.operator(), market.reseller(), Market.STOCK, "all", null, null);
        purchases.fulfil(session(purchase));
        CreditPackage bulk =
                packages.create(market.operator(), new NewPackage("Bulk", Credits.of(1_000), Price.of(900, "USD")));
        Purchase supply = market.start(market.reseller(), bulk);
        stripe.pay(session(supply));

        purchases.fulfil(session(supply));

        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.FULFILLED);
        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
        assertThat(balance(market.reseller())).isEqualTo(Credits.ZERO);
        eventsArrive(2);
    }

    @Test
    void refusesToAskStripeInsideATransaction() {
        Purchase purchase = market.start(market.alice(), offer);

        assertThatThrownBy(() -> transactions.run(() -> purchases.fulfil(session(purchase))))
                .isInstanceOf(IllegalStateException.class);
    }
}
