package io.heliograph.portal.credits;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Visitor;
import io.heliograph.purchases.Merchants;
import io.heliograph.purchases.NewPackage;
import io.heliograph.purchases.Packages;
import io.heliograph.purchases.Price;
import io.heliograph.purchases.Purchase;
import io.heliograph.purchases.PurchaseState;
import io.heliograph.purchases.Purchases;
import io.heliograph.purchases.stripe.simulator.StripeSimulator;
import io.heliograph.purchases.stripe.simulator.WebhookMode;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Buying credits in the portal, with the checkout and the signed events of the Stripe simulator. */
@PortalTest
class PurchaseJourneyIT {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    StripeSimulator stripe;

    @Autowired
    Wallets wallets;

    @Autowired
    Packages packages;

    @Autowired
    Merchants merchants;

    @Autowired
    Purchases purchases;

    @Autowired
    Proof proof;

    Tenant customer;
    Visitor alice;
    UUID offer;

    @BeforeEach
    void resellerSellsToAlice() {
        UUID reseller = people.reseller().id();
        UUID operator = people.tenantOf("operator@heliograph.test");
        wallets.allocate(operator, reseller, Credits.of(5_000), "stock:" + reseller, null, null);
        merchants.connect(reseller, "acct_sim_" + reseller);
        offer = packages.create(reseller, new NewPackage("Starter", Credits.of(100), Price.of(250, "EUR")))
                .id();
        customer = people.customerOf(reseller);
        alice = Visitor.signIn(browser, people.user(customer.id(), Role.OWNER));
    }

    @AfterEach
    void theLedgerIsClean() {
        stripe.deliver(WebhookMode.ONCE);
        stripe.release();
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void creditsOnceThoughTheEventComesThreeTimesAndBeforeTheLanding() {
        stripe.deliver(WebhookMode.THREE_TIMES);
        String session = buy();

        stripe.pay(session);
        await().atMost(20, SECONDS).until(() -> balance().equals(Credits.of(100)));
        await().atMost(20, SECONDS).until(() -> stripe.undelivered() == 0);

        assertThat(land(session)).hasStatusOk().bodyText().contains("100 credits added");
        assertThat(balance()).isEqualTo(Credits.of(100));
    }

    @Test
    void creditsOnTheLandingWhenTheEventIsLate() {
        stripe.deliver(WebhookMode.HELD);
        String session = buy();
        stripe.pay(session);

        assertThat(land(session)).hasStatusOk().bodyText().contains("100 credits added");
        assertThat(balance()).isEqualTo(Credits.of(100));

        stripe.deliver(WebhookMode.ONCE);
        stripe.release();
        await().atMost(20, SECONDS).until(() -> stripe.undelivered() == 0);
        assertThat(balance()).isEqualTo(Credits.of(100));
    }

    @Test
    void waitsAndAsksAgainUntilItIsPaid() {
        String session = buy();

        MvcTestResult waiting = land(session);
        assertThat(waiting).hasStatusOk().bodyText().contains("every 2s").contains("Waiting for your payment");
    }

    @Test
    void saysThatNothingWasChargedToWhoTurnsBack() {
        buy();

        MvcTestResult back = alice.visit("/credits/purchases/" + purchase().id() + "?back=true");

        assertThat(back)
                .hasStatusOk()
                .bodyText()
                .contains("Nothing was charged")
                .doesNotContain("hx-trigger");
        assertThat(balance()).isEqualTo(Credits.ZERO);
    }

    @Test
    void addsNothingForADeclinedCard() throws Exception {
        String session = buy();
        URI decline = stripe.address().resolve("/checkout/" + session + "/decline");

        try (HttpClient payer = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(decline)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(payer.send(request, BodyHandlers.ofString()).body()).contains("declined");
        }

        assertThat(land(session)).hasStatusOk();
        assertThat(purchase().state()).isEqualTo(PurchaseState.OPEN);
        assertThat(balance()).isEqualTo(Credits.ZERO);
    }

    @Test
    void aSecondClickOpensACheckoutThatNobodyHasToPay() {
        String first = buy();
        Purchase itsPurchase = purchase();
        String second = buy();
        assertThat(second).isNotEqualTo(first);

        stripe.pay(first);

        assertThat(landOn(itsPurchase, first)).hasStatusOk();
        assertThat(balance()).isEqualTo(Credits.of(100));
    }

    @Test
    void refusesEventsThatStripeDidNotSign() {
        MvcTestResult forged = browser.perform(post("/stripe/webhook")
                .header("Stripe-Signature", "t=1,v1=00")
                .content("{\"id\":\"evt_1\",\"object\":\"event\"}"));
        MvcTestResult unsigned = browser.perform(post("/stripe/webhook").content("{}"));

        assertThat(forged).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(unsigned).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void saysWhyWhenNothingCanBeBought() {
        MvcTestResult none = alice.send("/credits/purchases");
        MvcTestResult strange =
                alice.send("/credits/purchases", "package", RowIds.next().toString());

        assertThat(none).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Choose a package.");
        assertThat(strange)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("no longer on sale");
    }

    @Test
    void letsBobLookButNotBuy() {
        Visitor bob = Visitor.signIn(browser, people.user(customer.id(), Role.VIEWER));

        assertThat(bob.visit("/credits")).hasStatusOk().bodyText().doesNotContain("action=\"/credits/purchases\"");
        assertThat(bob.send("/credits/purchases", "package", offer.toString())).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void charlieGets404() {
        buy();
        Visitor charlie = Visitor.signIn(
                browser, people.user(people.customerOf(people.reseller().id()).id(), Role.OWNER));

        assertThat(charlie.visit("/credits/purchases/" + purchase().id())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(charlie.visit("/credits/purchases/" + purchase().id() + "/state"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /** The checkout's id. */
    private String buy() {
        MvcTestResult result = alice.send("/credits/purchases", "package", offer.toString());
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        String checkout = target(result);
        assertThat(checkout).startsWith(stripe.address() + "/checkout/");
        return checkout.substring(checkout.lastIndexOf('/') + 1);
    }

    private MvcTestResult land(String session) {
        return landOn(purchase(), session);
    }

    private MvcTestResult landOn(Purchase purchase, String session) {
        return alice.visit("/credits/purchases/" + purchase.id() + "?session=" + session);
    }

    private Purchase purchase() {
        return purchases.ofBuyer(customer.id(), null, 1).getFirst();
    }

    private Credits balance() {
        return wallets.get(customer.id()).balance();
    }

    private static String target(MvcTestResult result) {
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }
}
