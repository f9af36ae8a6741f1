package io.heliograph.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.purchases.PurchaseBeans.Heard;
import io.heliograph.purchases.stripe.WebhookReceiver;
import io.heliograph.purchases.stripe.simulator.StripeSimulator;
import io.heliograph.purchases.stripe.simulator.WebhookMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A market with the simulated Stripe, whose events arrive when the test lets them; the ledger is proved afterwards. */
@DatabaseTest
@Import(PurchaseBeans.class)
abstract class PurchaseTest {

    static final Credits THOUSAND = Credits.of(1_000);
    static final long PRICE = 5_000;

    @Autowired
    Packages packages;

    @Autowired
    Purchases purchases;

    @Autowired
    Merchants merchants;

    @Autowired
    StripeEvents stripeEvents;

    @Autowired
    PurchaseWork work;

    @Autowired
    StripeSimulator stripe;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Heard heard;

    final List<EventReceipt> receipts = new CopyOnWriteArrayList<>();
    Market market;
    CreditPackage offer;
    private WebhookReceiver portal;

    @BeforeEach
    void openTheMarket() {
        stripe.deliver(WebhookMode.HELD);
        portal = new WebhookReceiver(event -> {
            receipts.add(stripeEvents.receive(event.payload(), event.signature(), Instant.now()));
            return 200;
        });
        stripe.deliverTo(portal.address());
        market = Market.open(wallets, merchants, purchases);
        offer = packages.create(market.reseller(), new NewPackage("1,000 credits", THOUSAND, Price.of(PRICE, "EUR")));
        heard.events.clear();
    }

    @AfterEach
    void provesThatItAddsUp() {
        stripe.release();
        Awaitility.await().until(() -> stripe.undelivered() == 0);
        portal.close();
        assertThat(proof.run().differences()).isEmpty();
    }

    /** Lets all events arrive that are held, and waits until they are dealt with. */
    void eventsArrive(int deliveries) {
        int before = receipts.size();
        stripe.release();
        Awaitility.await().until(() -> receipts.size() == before + deliveries);
    }

    /** Does all background work now, whenever it is due. */
    void timePasses() {
        jdbc.sql("UPDATE purchases_purchase SET due_at = UTC_TIMESTAMP(6) WHERE due_at IS NOT NULL")
                .update();
        jdbc.sql("UPDATE purchases_stripe_event SET due_at = UTC_TIMESTAMP(6) WHERE due_at IS NOT NULL")
                .update();
        work.run();
    }

    String session(Purchase purchase) {
        return Objects.requireNonNull(purchase.sessionId());
    }

    String payment(Purchase purchase) {
        return Objects.requireNonNull(reread(purchase).paymentId());
    }

    Purchase reread(Purchase purchase) {
        return purchases.find(purchase.tenantId(), purchase.id()).orElseThrow();
    }

    /** Alice has bought the thousand credits, and no event is left. */
    Purchase bought() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        eventsArrive(1);
        assertThat(reread(purchase).state()).isEqualTo(PurchaseState.FULFILLED);
        return reread(purchase);
    }

    Credits balance(UUID tenantId) {
        return market.balance(tenantId);
    }
}
