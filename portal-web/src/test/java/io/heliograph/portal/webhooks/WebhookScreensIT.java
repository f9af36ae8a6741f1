package io.heliograph.portal.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.webhooks.Deliveries;
import io.heliograph.webhooks.DeliveryFilter;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.EndpointState;
import io.heliograph.webhooks.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class WebhookScreensIT {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Endpoints endpoints;

    @Autowired
    Deliveries deliveries;

    final List<String> received = new CopyOnWriteArrayList<>();
    HttpServer receiver;
    Tenant reseller;
    Tenant customer;
    Visitor alice;

    @BeforeEach
    void aliceHasASystem() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        receiver.start();
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        alice = Visitor.signIn(browser, people.user(customer.id(), Role.OWNER));
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void showsTheSecretOnceAndIsOffUntilItIsStored() {
        MvcTestResult created = alice.send("/webhooks", "url", address(), "format", "STANDARD");
        String page = target(created);

        MvcTestResult first = alice.visit(page);
        assertThat(first).hasStatusOk().bodyText().contains("whsec_").contains("I have stored it, activate");
        assertThat(first).headers().hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(alice.visit(page)).hasStatusOk().bodyText().doesNotContain("whsec_");
        UUID id = only();
        assertThat(endpoints.find(customer.id(), id).orElseThrow().state()).isEqualTo(EndpointState.PENDING);

        assertThat(alice.send("/webhooks/" + id + "/activation")).hasStatus(HttpStatus.FOUND);
        assertThat(endpoints.find(customer.id(), id).orElseThrow().state()).isEqualTo(EndpointState.ON);
        assertThat(target(alice.send("/webhooks/" + id + "/activation"))).isEqualTo("/webhooks/" + id);
    }

    @Test
    void showsTheNewSecretOfARotation() {
        UUID id = endpoint("STANDARD");

        String page = target(alice.send("/webhooks/" + id + "/rotation"));

        assertThat(alice.visit(page))
                .hasStatusOk()
                .bodyText()
                .contains("whsec_")
                .contains("24 hours");
        assertThat(alice.visit("/webhooks/" + id)).bodyText().contains("The old secret signs too until");
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        MvcTestResult wrong = alice.send("/webhooks", "url", "ftp://example.com", "format", "STANDARD");

        assertThat(wrong)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter an address that starts with https://")
                .contains("ftp://example.com");
        assertThat(endpoints.list(customer.id())).isEmpty();
    }

    @Test
    void sendsATestEventThatCanBeEditedAgain() {
        UUID id = endpoint("1S2U");

        String delivery = target(alice.send("/webhooks/" + id + "/tests", "data", "{\"to\": \"41791234567\"}"));
        await().atMost(20, SECONDS).until(() -> received.size() == 1);

        assertThat(received).first().asString().startsWith("msisdn=41791234567&");
        await().atMost(20, SECONDS)
                .until(() ->
                        alice.visit(delivery).getResponse().getContentAsString().contains("HTTP 200"));
        assertThat(alice.visit(delivery)).bodyText().contains("curl -X POST");
        String like = delivery.substring(delivery.lastIndexOf('/') + 1);
        assertThat(alice.visit("/webhooks/" + id + "/tests/new?like=" + like))
                .bodyText()
                .contains("41791234567");
    }

    @Test
    void saysThatNotAllOfARequestIsKept() {
        UUID id = endpoint("1S2U");
        String longest = "\u6F22".repeat(15_900);

        String delivery = target(alice.send("/webhooks/" + id + "/tests", "data", "{\"to\": \"" + longest + "\"}"));

        await().atMost(20, SECONDS)
                .until(() ->
                        alice.visit(delivery).getResponse().getContentAsString().contains("HTTP 200"));
        assertThat(alice.visit(delivery))
                .bodyText()
                .contains("The first 20,000 characters are kept.")
                .doesNotContain("curl -X POST");
    }

    @Test
    void keepsATestEventThatIsNoJson() {
        UUID id = endpoint("STANDARD");

        MvcTestResult wrong = alice.send("/webhooks/" + id + "/tests", "data", "{my data");

        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("{my data");
    }

    @Test
    void replaysAsManyAsItSays() {
        UUID id = endpoint("STANDARD");
        String first = target(alice.send("/webhooks/" + id + "/tests", "data", "{}"));
        alice.send("/webhooks/" + id + "/tests", "data", "{}");
        alice.send("/webhooks/" + id + "/tests", "data", "{}");
        await().atMost(20, SECONDS).until(() -> delivered(id) == 3);

        assertThat(alice.visit(first + "/replays-from"))
                .hasStatusOk()
                .bodyText()
                .contains("Replay 3 deliveries");
        assertThat(alice.visit("/webhooks/" + id + "/replays/confirm?hours=24"))
                .hasStatusOk()
                .bodyText()
                .contains("Replay no failed deliveries");

        alice.send(first + "/replays-from");
        await().atMost(20, SECONDS).until(() -> received.size() == 6 && delivered(id) == 3);
        alice.send(first + "/replays");
        await().atMost(20, SECONDS).until(() -> received.size() == 7);
    }

    @Test
    void deletesAfterAsking() {
        UUID id = endpoint("STANDARD");

        assertThat(alice.visit("/webhooks/" + id + "/deletion"))
                .hasStatusOk()
                .bodyText()
                .contains(address());
        assertThat(target(alice.send("/webhooks/" + id + "/deletion"))).isEqualTo("/webhooks");
        assertThat(alice.visit("/webhooks")).bodyText().contains("No endpoints yet");
    }

    @Test
    void charlieGets404() {
        UUID id = endpoint("STANDARD");
        String delivery = target(alice.send("/webhooks/" + id + "/tests", "data", "{}"));
        Visitor charlie = Visitor.signIn(
                browser, people.user(people.customerOf(reseller.id()).id(), Role.OWNER));

        assertThat(List.of(
                        charlie.visit("/webhooks/" + id),
                        charlie.visit("/webhooks/" + id + "/live"),
                        charlie.visit("/webhooks/" + id + "/secret"),
                        charlie.visit("/webhooks/" + id + "/rotation"),
                        charlie.visit("/webhooks/" + id + "/deletion"),
                        charlie.visit("/webhooks/" + id + "/replays/new"),
                        charlie.send("/webhooks/" + id + "/activation"),
                        charlie.send("/webhooks/" + id + "/rotation"),
                        charlie.send("/webhooks/" + id + "/switching-off"),
                        charlie.send("/webhooks/" + id + "/deletion"),
                        charlie.send("/webhooks/" + id + "/tests", "data", "{}"),
                        charlie.visit(delivery),
                        charlie.send(delivery + "/replays"),
                        charlie.send(delivery + "/replays-from")))
                .allSatisfy(answer -> assertThat(answer).hasStatus(HttpStatus.NOT_FOUND));
    }

    private UUID endpoint(String format) {
        alice.send("/webhooks", "url", address(), "format", format);
        UUID id = only();
        alice.send("/webhooks/" + id + "/activation");
        return id;
    }

    private UUID only() {
        return endpoints.list(customer.id()).getFirst().id();
    }

    private long delivered(UUID id) {
        return deliveries
                .page(customer.id(), DeliveryFilter.endpoint(id).in(DeliveryState.DELIVERED), null, 10)
                .lines()
                .size();
    }

    private String address() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/reports";
    }

    private static String target(MvcTestResult result) {
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }
}
