package io.heliograph.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ledger.Credits;
import io.heliograph.purchases.FulfilResult.TakenBack;
import io.heliograph.purchases.FulfilResult.WaitingForSeller;
import io.heliograph.purchases.stripe.simulator.WebhookMode;
import org.junit.jupiter.api.Test;

class ReversalsIT extends PurchaseTest {

    @Test
    void takesEveryCreditBackWhenAllIsRefunded() {
        Purchase purchase = bought();

        stripe.refund(Market.ACCOUNT, payment(purchase), PRICE);
        eventsArrive(1);

        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        assertThat(balance(market.reseller())).isEqualTo(Market.STOCK);
        assertThat(reread(purchase).reversedCredits()).isEqualTo(THOUSAND);
        assertThat(heard.of(PurchaseReversed.class))
                .containsExactly(
                        new PurchaseReversed(market.alice(), purchase.id(), market.reseller(), false, THOUSAND));
        assertThat(heard.of(CreditsClawedBack.class))
                .containsExactly(new CreditsClawedBack(
                        market.alice(), purchase.id(), market.reseller(), THOUSAND, Credits.ZERO));
    }

    @Test
    void takesAProportionBackRoundedDownAndAllOfItInTheEnd() {
        Purchase purchase = bought();

        stripe.refund(Market.ACCOUNT, payment(purchase), 1_667);
        eventsArrive(1);
        assertThat(balance(market.alice())).isEqualTo(Credits.parse("666.6"));
        stripe.refund(Market.ACCOUNT, payment(purchase), 1_666);
        stripe.refund(Market.ACCOUNT, payment(purchase), 1_667);
        eventsArrive(2);

        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        assertThat(reread(purchase).reversedCredits()).isEqualTo(THOUSAND);
    }

    @Test
    void roundsDownForTheBuyer() {
        CreditPackage odd =
                packages.create(market.reseller(), new NewPackage("Odd", new Credits(10), Price.of(3_000, "EUR")));
        Purchase purchase = market.start(market.alice(), odd);
        stripe.pay(session(purchase));
        eventsArrive(1);

        stripe.refund(Market.ACCOUNT, payment(purchase), 1_000);
        stripe.refund(Market.ACCOUNT, payment(purchase), 1_000);
        eventsArrive(2);

        assertThat(balance(market.alice())).isEqualTo(new Credits(4));
    }

    @Test
    void takesBackOnceHoweverOftenTheEventsCome() {
        Purchase purchase = bought();
        stripe.refund(Market.ACCOUNT, payment(purchase), 2_500);
        stripe.deliver(WebhookMode.THREE_TIMES);
        eventsArrive(3);

        jdbc.sql("UPDATE purchases_stripe_event SET handled_at = NULL, due_at = UTC_TIMESTAMP(6)")
                .update();
        timePasses();

        assertThat(balance(market.alice())).isEqualTo(Credits.of(500));
        assertThat(reread(purchase).reversedCredits()).isEqualTo(Credits.of(500));
    }

    @Test
    void collectsWhatWasSpentWhenTheWalletHasItAgain() {
        Purchase purchase = bought();
        market.spend(Credits.of(700));

        stripe.refund(Market.ACCOUNT, payment(purchase), PRICE);
        eventsArrive(1);
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        assertThat(reread(purchase).reversedCredits()).isEqualTo(Credits.of(300));
        assertThat(reread(purchase).owedCredits()).isEqualTo(Credits.of(700));
        timePasses();
        assertThat(reread(purchase).owedCredits()).isEqualTo(Credits.of(700));

        market.give(Credits.of(400));
        timePasses();
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        assertThat(reread(purchase).owedCredits()).isEqualTo(Credits.of(300));

        market.give(Credits.of(400));
        timePasses();
        assertThat(balance(market.alice())).isEqualTo(Credits.of(100));
        assertThat(reread(purchase).owedCredits()).isEqualTo(Credits.ZERO);
        assertThat(reread(purchase).reversedCredits()).isEqualTo(THOUSAND);
        assertThat(dueWork()).isZero();
    }

    @Test
    void usesTheCreditLimitToo() {
        Purchase purchase = bought();
        market.spend(THOUSAND);
        wallets.setCreditLimit(market.alice(), Credits.of(200));

        stripe.refund(Market.ACCOUNT, payment(purchase), PRICE);
        eventsArrive(1);

        assertThat(balance(market.alice())).isEqualTo(Credits.of(-200));
        assertThat(reread(purchase).owedCredits()).isEqualTo(Credits.of(800));
    }

    @Test
    void keepsTheCreditsOfALostDispute() {
        Purchase purchase = bought();

        String dispute = stripe.dispute(payment(purchase), PRICE);
        eventsArrive(2);
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        stripe.closeDispute(dispute, false);
        eventsArrive(1);

        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        assertThat(balance(market.reseller())).isEqualTo(Market.STOCK);
        assertThat(heard.of(PurchaseReversed.class)).hasSize(1).allMatch(PurchaseReversed::disputed);
    }

    @Test
    void givesTheCreditsOfAWonDisputeBack() {
        Purchase purchase = bought();
        market.spend(Credits.of(400));
        String dispute = stripe.dispute(payment(purchase), PRICE);
        eventsArrive(2);
        assertThat(reread(purchase).owedCredits()).isEqualTo(Credits.of(400));

        stripe.closeDispute(dispute, true);
        eventsArrive(2);

        assertThat(balance(market.alice())).isEqualTo(Credits.of(600));
        assertThat(reread(purchase).owedCredits()).isEqualTo(Credits.ZERO);
        assertThat(reread(purchase).reversedCredits()).isEqualTo(Credits.ZERO);
        assertThat(heard.of(CreditsGivenBack.class)).hasSize(1);
        timePasses();
        assertThat(balance(market.alice())).isEqualTo(Credits.of(600));
        assertThat(dueWork()).isZero();
    }

    @Test
    void givesBackLaterWhenTheSellerHasSpentThem() {
        Purchase purchase = bought();
        String dispute = stripe.dispute(payment(purchase), PRICE);
        eventsArrive(2);
        wallets.takeBack(market.operator(), market.reseller(), Market.STOCK, "all", null, null);

        stripe.closeDispute(dispute, true);
        eventsArrive(2);
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        market.supply(THOUSAND);
        timePasses();

        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
    }

    @Test
    void givesTheCreditsOfAFailedRefundBack() {
        Purchase purchase = bought();
        String refund = stripe.refund(Market.ACCOUNT, payment(purchase), PRICE);
        eventsArrive(1);

        stripe.failRefund(refund);
        eventsArrive(1);

        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
    }

    @Test
    void doesNotGiveWhatWasRefundedBeforeTheSellerHadIt() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        wallets.takeBack(market.operator(), market.reseller(), Market.STOCK, "all", null, null);
        assertThat(purchases.fulfil(session(purchase))).isInstanceOf(WaitingForSeller.class);

        stripe.refund(Market.ACCOUNT, payment(purchase), 1_000);
        eventsArrive(2);
        market.supply(Credits.of(800));
        timePasses();

        assertThat(balance(market.alice())).isEqualTo(Credits.of(800));
        assertThat(balance(market.reseller())).isEqualTo(Credits.ZERO);
        stripe.refund(Market.ACCOUNT, payment(purchase), 4_000);
        eventsArrive(1);
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        assertThat(balance(market.reseller())).isEqualTo(Credits.of(800));
    }

    @Test
    void givesNothingWhenAllWasTakenBackBefore() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        wallets.takeBack(market.operator(), market.reseller(), Market.STOCK, "all", null, null);
        purchases.fulfil(session(purchase));
        String dispute = stripe.dispute(payment(purchase), PRICE);
        eventsArrive(3);
        market.supply(THOUSAND);

        timePasses();
        assertThat(purchases.fulfil(session(purchase))).isInstanceOf(TakenBack.class);
        assertThat(balance(market.alice())).isEqualTo(Credits.ZERO);
        stripe.closeDispute(dispute, true);
        eventsArrive(2);
        timePasses();

        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
    }

    @Test
    void bringsCreditsBackToTheOperatorsIssue() {
        CreditPackage bulk =
                packages.create(market.operator(), new NewPackage("Bulk", THOUSAND, Price.of(2_000, "USD")));
        Purchase purchase = market.start(market.reseller(), bulk);
        stripe.pay(session(purchase));
        eventsArrive(1);

        stripe.refund("", payment(purchase), 2_000);
        eventsArrive(1);

        assertThat(balance(market.reseller())).isEqualTo(Market.STOCK);
    }

    @Test
    void heedsARefundOfWhichItHearsBeforeThePayment() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        String payment = stripe.paymentOf(session(purchase));
        stripe.refund(Market.ACCOUNT, payment, 2_500);

        purchases.fulfil(session(purchase));
        eventsArrive(2);

        assertThat(balance(market.alice())).isEqualTo(Credits.of(500));
        assertThat(reread(purchase).reversedCredits()).isEqualTo(Credits.of(500));
    }

    private long dueWork() {
        return jdbc.sql("SELECT COUNT(*) FROM purchases_purchase WHERE due_at IS NOT NULL")
                .query(Long.class)
                .single();
    }
}
