package io.heliograph.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.heliograph.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StripeEventsIT extends PurchaseTest {

    @Autowired
    StripeEventRows events;

    @Test
    void refusesWhatStripeDidNotSign() throws Exception {
        String event = event("evt_1", "checkout.session.completed", "cs_1");

        assertThat(receive(event, signed(event, "whsec_guessed", Instant.now())))
                .isEqualTo(EventReceipt.REFUSED);
        assertThat(receive(event, "")).isEqualTo(EventReceipt.REFUSED);
        assertThat(receive(event + " ", signed(event, secret(), Instant.now()))).isEqualTo(EventReceipt.REFUSED);
        assertThat(kept()).isZero();
    }

    @Test
    void refusesWhatWasSignedTooLongAgo() throws Exception {
        String event = event("evt_1", "checkout.session.completed", "cs_1");

        assertThat(receive(event, signed(event, secret(), Instant.now().minus(Duration.ofMinutes(6)))))
                .isEqualTo(EventReceipt.REFUSED);
        assertThat(receive(event, signed(event, secret(), Instant.now().minus(Duration.ofMinutes(4)))))
                .isEqualTo(EventReceipt.HANDLED);
    }

    @Test
    void keepsEventsItHasNoUseFor() throws Exception {
        String balance = "{\"id\":\"evt_2\",\"type\":\"balance.available\",\"data\":{\"object\":{}}}";
        String strangers = event("evt_3", "checkout.session.completed", "cs_of_somebody_else");

        assertThat(receive(balance, signed(balance, secret(), Instant.now()))).isEqualTo(EventReceipt.HANDLED);
        assertThat(receive(strangers, signed(strangers, secret(), Instant.now())))
                .isEqualTo(EventReceipt.HANDLED);
        assertThat(receive(balance, signed(balance, secret(), Instant.now()))).isEqualTo(EventReceipt.REPEATED);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void handlesAfterACrashWhatWasKeptBeforeIt() {
        Purchase purchase = market.start(market.alice(), offer);
        stripe.pay(session(purchase));
        jdbc.sql("UPDATE purchases_purchase SET due_at = NULL").update();
        String event = event("evt_4", "checkout.session.completed", session(purchase));
        events.insert("evt_4", "checkout.session.completed", event, Instant.now(), Duration.ZERO);

        timePasses();

        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM purchases_stripe_event WHERE handled_at IS NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void believesNoAccountAboutAPaymentOfAnother() throws Exception {
        Purchase purchase = bought();
        CreditPackage elsewhere =
                packages.create(market.other(), new NewPackage("Other", THOUSAND, Price.of(PRICE, "EUR")));
        wallets.allocate(market.operator(), market.other(), THOUSAND, "start", null, null);
        Purchase charlies = market.start(market.charlie(), elsewhere);
        stripe.pay(session(charlies));
        String refund = stripe.refund(Market.OTHER_ACCOUNT, stripe.paymentOf(session(charlies)), PRICE);
        String forged = event("evt_5", "refund.created", refund)
                .replace("{\"id\"", "{\"account\":\"" + Market.ACCOUNT + "\",\"id\"");

        assertThat(receive(forged, signed(forged, secret(), Instant.now()))).isEqualTo(EventReceipt.HANDLED);

        assertThat(balance(market.alice())).isEqualTo(THOUSAND);
        assertThat(reread(purchase).reversedCredits()).isEqualTo(Credits.ZERO);
        assertThat(reread(charlies).state()).isEqualTo(PurchaseState.OPEN);
        eventsArrive(2);
        assertThat(balance(market.charlie())).isEqualTo(Credits.ZERO);
    }

    private EventReceipt receive(String payload, String signature) {
        return stripeEvents.receive(payload, signature, Instant.now());
    }

    private String secret() {
        return stripe.access().signingSecrets().getFirst();
    }

    private long kept() {
        return jdbc.sql("SELECT COUNT(*) FROM purchases_stripe_event")
                .query(Long.class)
                .single();
    }

    private static String event(String id, String type, String objectId) {
        return "{\"id\":\"" + id + "\",\"type\":\"" + type
                + "\",\"api_version\":\"2020-08-27\",\"data\":{\"object\":{\"id\":\"" + objectId + "\"}}}";
    }

    private static String signed(String payload, String secret, Instant at) throws Exception {
        return "t=" + at.getEpochSecond() + ",v1="
                + Webhook.Util.computeHmacSha256(secret, at.getEpochSecond() + "." + payload);
    }
}
