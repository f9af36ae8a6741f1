package io.heliograph.purchases.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import io.heliograph.purchases.stripe.CheckoutState.Progress;
import io.heliograph.purchases.stripe.Reversal.Kind;
import io.heliograph.purchases.stripe.simulator.StripeSimulator;
import io.heliograph.purchases.stripe.simulator.StripeSimulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class StripeGatewayTests {

    private static final String ACCOUNT = "acct_sim_northwind";
    private static final long PRICE = 5000;

    private StripeSimulator simulator = StripeSimulator.start(StripeSimulatorOptions.inMemory(), Clock.systemUTC());
    private StripeGateway gateway = new StripeGateway(simulator.access());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void givesTheSameCheckoutForTheSamePurchase() {
        CheckoutRequest request = request(ACCOUNT);

        OpenedCheckout first = gateway.open(request);
        OpenedCheckout second = gateway.open(request);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void tellsWhatWasPaidAndForWhat() {
        CheckoutRequest request = request(ACCOUNT);
        String session = gateway.open(request).sessionId();
        assertThat(gateway.checkout(ACCOUNT, session).progress()).isEqualTo(Progress.OPEN);

        simulator.pay(session);

        CheckoutState paid = gateway.checkout(ACCOUNT, session);
        assertThat(paid.progress()).isEqualTo(Progress.PAID);
        assertThat(paid.amount()).isEqualTo(PRICE);
        assertThat(paid.currency()).isEqualTo("eur");
        assertThat(paid.clientReference()).isEqualTo(request.purchaseId().toString());
        assertThat(paid.takenBack()).isFalse();
        assertThat(gateway.purchaseOf(ACCOUNT, payment(session))).contains(request.purchaseId());
    }

    @Test
    void findsNothingOnAnotherAccount() {
        String session = gateway.open(request(ACCOUNT)).sessionId();

        assertThatThrownBy(() -> gateway.checkout(null, session))
                .isInstanceOfSatisfying(StripeFailedException.class, failed -> {
                    assertThat(failed.code()).isEqualTo("resource_missing");
                    assertThat(failed.worthRetrying()).isFalse();
                });
        assertThatThrownBy(() -> gateway.checkout("acct_sim_southwind", session))
                .isInstanceOf(StripeFailedException.class);
    }

    @Test
    void tellsAPaymentUnderWayFromOneThatFailed() {
        String session = gateway.open(request(null)).sessionId();

        simulator.payLater(session);
        assertThat(gateway.checkout(null, session).progress()).isEqualTo(Progress.PROCESSING);
        simulator.settleLater(session, false);
        assertThat(gateway.checkout(null, session).progress()).isEqualTo(Progress.FAILED);
    }

    @Test
    void listsRefundsAndDisputes() {
        String session = gateway.open(request(ACCOUNT)).sessionId();
        simulator.pay(session);
        String payment = payment(session);

        String refund = simulator.refund(ACCOUNT, payment, 1000);
        String dispute = simulator.dispute(payment, 4000);
        simulator.closeDispute(dispute, true);

        assertThat(gateway.reversals(ACCOUNT, payment))
                .containsExactly(
                        new Reversal(refund, Kind.REFUND, 1000, false),
                        new Reversal(dispute, Kind.DISPUTE, 4000, true));
        assertThat(gateway.checkout(ACCOUNT, session).takenBack()).isTrue();
        assertThat(gateway.paymentOf(ACCOUNT, refund)).contains(payment);
        assertThat(gateway.paymentOf(ACCOUNT, dispute)).contains(payment);
    }

    @Test
    void takesRefundsThroughTheApiOncePerKey() throws Exception {
        String session = gateway.open(request(ACCOUNT)).sessionId();
        simulator.pay(session);
        StripeClient client = StripeClient.builder()
                .setApiKey(simulator.access().apiKey())
                .setApiBase(simulator.address().toString())
                .build();
        RequestOptions options = RequestOptions.builder()
                .setStripeAccount(ACCOUNT)
                .setIdempotencyKey("refund-1")
                .build();
        RefundCreateParams some = RefundCreateParams.builder()
                .setPaymentIntent(payment(session))
                .setAmount(1000L)
                .build();

        String first = client.v1().refunds().create(some, options).getId();
        String second = client.v1().refunds().create(some, options).getId();

        assertThat(second).isEqualTo(first);
        assertThat(gateway.reversals(ACCOUNT, payment(session))).hasSize(1);
    }

    @Test
    void saysWhenStripeIsOutOfReach() {
        StripeAccess nobody = new StripeAccess("sk_test_none", List.of("whsec_none"), URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> new StripeGateway(nobody).open(request(null)))
                .isInstanceOfSatisfying(
                        StripeFailedException.class,
                        failed -> assertThat(failed.worthRetrying()).isTrue());
    }

    @Test
    void signsEventsAndRepeatsThemUntilAccepted() {
        AtomicInteger calls = new AtomicInteger();
        StripeSignatures signatures = new StripeSignatures(simulator.access().signingSecrets());
        try (WebhookReceiver portal = new WebhookReceiver(_ -> calls.incrementAndGet() == 1 ? 503 : 200)) {
            simulator.deliverTo(portal.address());
            String session = gateway.open(request(ACCOUNT)).sessionId();
            simulator.pay(session);

            Awaitility.await().until(() -> portal.received().size() == 2);

            WebhookReceiver.Received event = portal.received().getLast();
            assertThat(StripeEvent.parse(event.payload()))
                    .satisfies(parsed -> assertThat(parsed.type()).isEqualTo("checkout.session.completed"))
                    .satisfies(parsed -> assertThat(parsed.account()).isEqualTo(ACCOUNT))
                    .satisfies(parsed -> assertThat(parsed.objectId()).isEqualTo(session));
            Instant now = Instant.now();
            assertThat(signatures.verify(event.payload(), event.signature(), now))
                    .isTrue();
            assertThat(signatures.verify(event.payload() + " ", event.signature(), now))
                    .isFalse();
            assertThat(signatures.verify(event.payload(), event.signature(), now.plus(Duration.ofMinutes(6))))
                    .isFalse();
            assertThat(signatures.verify(event.payload(), "nonsense", now)).isFalse();
            assertThat(new StripeSignatures(List.of("whsec_other")).verify(event.payload(), event.signature(), now))
                    .isFalse();
        }
    }

    @Test
    void remembersSessionsAndUndeliveredEventsAcrossARestart(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) {
        StripeSimulatorOptions options = StripeSimulatorOptions.keptIn(folder.resolve("stripe.json"));
        simulator.close();
        simulator = StripeSimulator.start(options, Clock.systemUTC());
        gateway = new StripeGateway(simulator.access());
        String session = gateway.open(request(ACCOUNT)).sessionId();
        simulator.pay(session);
        simulator.close();

        simulator = StripeSimulator.start(options, Clock.systemUTC());
        gateway = new StripeGateway(simulator.access());

        assertThat(gateway.checkout(ACCOUNT, session).progress()).isEqualTo(Progress.PAID);
        try (WebhookReceiver portal = new WebhookReceiver(_ -> 200)) {
            simulator.deliverTo(portal.address());
            Awaitility.await().until(() -> portal.received().size() == 1);
        }
    }

    @Test
    void showsACheckoutPageThatPaysAndLeadsBack() throws Exception {
        OpenedCheckout checkout = gateway.open(request(ACCOUNT));
        HttpResponse<String> page = send("GET", checkout.url());
        HttpResponse<String> declined = send("POST", checkout.url() + "/decline");
        HttpResponse<String> paid = send("POST", checkout.url() + "/pay");

        assertThat(page.body())
                .contains(
                        "Simulation", "1,000 credits &lt;&amp;", "€50.00", "https://portal.test/cancelled?p=1&amp;q=2")
                .doesNotContain("<script", "style=");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(csp -> assertThat(csp).contains("form-action 'self' https://portal.test"));
        assertThat(declined.body()).contains("The card was declined");
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location"))
                .contains("https://portal.test/landing?session=" + checkout.sessionId());
        assertThat(send("GET", checkout.url()).body()).contains("is paid");
        assertThat(send("POST", checkout.url() + "/refund").body()).contains("Refunded");
        assertThat(gateway.reversals(ACCOUNT, payment(checkout.sessionId()))).hasSize(1);
        assertThat(send("GET", simulator.address() + "/checkout/cs_test_sim_none")
                        .statusCode())
                .isEqualTo(404);
    }

    private String payment(String session) {
        return Objects.requireNonNull(gateway.checkout(ACCOUNT, session).paymentId());
    }

    private static HttpResponse<String> send(String method, String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static CheckoutRequest request(@Nullable String account) {
        return new CheckoutRequest(
                account,
                UUID.randomUUID(),
                "1,000 credits <&",
                PRICE,
                "EUR",
                "https://portal.test/landing?session={CHECKOUT_SESSION_ID}",
                "https://portal.test/cancelled?p=1&q=2",
                Instant.now().plus(Duration.ofHours(1)));
    }
}
