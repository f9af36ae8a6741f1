package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.EmptySchema;
import io.heliograph.People;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test on the whole portal that sends through a {@link FakeOneS2u}. All such tests share one portal, so each has a
 * customer and numbers of its own; after each the ledger is proved.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "heliograph.home=target/line-home-${fork:1}",
            "heliograph.smpp.port=0",
            "heliograph.provider.timeout-seconds=5",
            "heliograph.provider.requests-per-second=1000",
            "heliograph.smtp.port=0",
            "spring.flyway.clean-disabled=false",
            "spring.main.banner-mode=off",
            "logging.level.root=warn"
        })
@Import({EmptySchema.class, People.class})
abstract class LineTest {

    static final FakeOneS2u ONE_S2U = new FakeOneS2u();
    static final String DLR = "/dlr/1s2u/0123456789abcdef0123456789abcdef";
    static final Duration SOON = Duration.ofSeconds(60);

    private static final AtomicLong NUMBERS = new AtomicLong(447_700_900_000L);

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    @Autowired
    Wallets wallets;

    @Autowired
    Messages messages;

    @Autowired
    Proof proof;

    @LocalServerPort
    int port;

    Calls portal = new Calls(0);
    Customer alice = new Customer(new UUID(0, 0), new UUID(0, 0), "", "");

    @DynamicPropertySource
    static void sendsThroughAnother1s2u(DynamicPropertyRegistry settings) {
        settings.add("heliograph.provider.base-url", ONE_S2U::baseUrl);
        settings.add("heliograph.provider.username", () -> FakeOneS2u.USERNAME);
        settings.add("heliograph.provider.password", () -> FakeOneS2u.PASSWORD);
        settings.add("heliograph.provider.dlr-token", () -> DLR.substring("/dlr/1s2u/".length()));
    }

    @BeforeEach
    void aliceHas100Credits() {
        portal = new Calls(port);
        alice = customer(people.tenantOf("reseller@northwind.test"), 100);
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    /** A new customer of this reseller, with credits and a login. */
    Customer customer(UUID sellerId, long credits) {
        return customer(sellerId, credits, AnswerForm.OK);
    }

    Customer customer(UUID sellerId, long credits, AnswerForm answerForm) {
        UUID id = people.customerOf(sellerId).id();
        wallets.allocate(sellerId, id, Credits.of(credits), "line-test:" + id, null, null);
        IssuedCredential login = credentials.create(id, "Test", answerForm, null);
        return new Customer(id, sellerId, login.credential().username(), login.secret());
    }

    /** A number that no other test has. */
    static String number() {
        return Long.toString(NUMBERS.incrementAndGet());
    }

    Credits balance(Customer customer) {
        return wallets.get(customer.tenantId()).balance();
    }

    List<Message> messagesOf(Customer customer) {
        return messages.page(customer.tenantId(), MessageFilter.all(), null, Messages.MAX_PAGE);
    }

    void awaitState(Customer customer, String number, MessageState state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(messagesOf(customer))
                        .filteredOn(message -> message.msisdn().equals(number))
                        .extracting(Message::state)
                        .containsOnly(state));
    }

    /** What 1s2u posts about a number (contract D1). */
    static Map<String, String> report(String id, String number, String response) {
        return Map.of(
                "msisdn", number,
                "source", "Test",
                "sms_id", id,
                "sent_date", "11/23/2026 10:00:00 AM",
                "response", response);
    }

    HttpResponse<String> reports(String id, String number, String response) {
        return portal.post(DLR, Calls.FORM, Calls.encoded(report(id, number, response)));
    }

    /** The id that the fake gave for a number, once it was asked to send to it. */
    static String upstreamId(String number) {
        await().atMost(SOON).until(() -> !ONE_S2U.sentTo(number).isEmpty());
        return ONE_S2U.sentTo(number).getLast().id();
    }
}
