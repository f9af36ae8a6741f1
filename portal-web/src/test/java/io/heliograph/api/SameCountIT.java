package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.credentials.AddressList;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.IssuedCredential;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Customers;
import io.heliograph.portal.Visitor;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.smppserver.SmppClient;
import io.heliograph.smppserver.SmppCredentials;
import io.heliograph.smppserver.SmppLimits;
import io.heliograph.smppserver.SmppServer;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsmpp.bean.BindType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compatible API, REST, SMPP, the browser and the ledger agree on segments and price, for two hundred texts. */
@PortalTest
class SameCountIT {

    /** Sends at once, which share commits. */
    private static final SmppLimits UNTHROTTLED = new SmppLimits(AddressList.ALL, 1, 50, SmppLimits.MOST_SEGMENTS);

    private static final int PARALLEL = 8;

    private static final Credits PRICE = Credits.parse("1.3701");
    private static final List<String> SENDABLE = texts();

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    Credentials credentials;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    PriceLists prices;

    @Autowired
    Wallets wallets;

    @Autowired
    SmppServer smpp;

    @Autowired
    SmppCredentials systems;

    @Autowired
    Messages messages;

    @Autowired
    Proof proof;

    Tenant customer;
    Program program;
    IssuedCredential login;
    Visitor person;
    SmppClient system;

    @BeforeEach
    void aliceHasEveryWayIn() throws Exception {
        Tenant reseller = people.reseller();
        customer = customers.with(reseller, 5_000);
        prices.set(reseller.id(), customer.id(), Product.SMS, "", PRICE, null);
        program = Program.of(portal, keys, customer.id());
        login = credentials.create(customer.id(), "Shop", AnswerForm.BARE, null);
        person = Visitor.signIn(portal, people.user(customer.id(), Role.OWNER));
        system = SmppClient.bound(
                smpp.port(), BindType.BIND_TX, systems.create(customer.id(), "System", UNTHROTTLED, null));
    }

    @AfterEach
    void unbind() {
        system.close();
    }

    @Test
    void twoHundredTextsCountAlikeEverywhere() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> quoted = SENDABLE.stream().collect(Collectors.toMap(Function.identity(), this::quoted));
        try (ExecutorService threads = Executors.newFixedThreadPool(PARALLEL)) {
            List<Callable<@Nullable Void>> sends = IntStream.range(0, SENDABLE.size())
                    .<Callable<@Nullable Void>>mapToObj(i -> () -> everyWay(i))
                    .toList();
            for (Future<@Nullable Void> sent : threads.invokeAll(sends)) {
                sent.get();
            }
        }

        List<Message> sent = messages.page(customer.id(), MessageFilter.all(), null, Messages.MAX_PAGE);

        assertThat(sent).hasSize(4 * SENDABLE.size());
        for (Message message : sent) {
            int segments = Objects.requireNonNull(quoted.get(message.text()));
            if (message.segments() != segments || !message.price().equals(PRICE.times(segments))) {
                wrong.add(message.channel() + " " + message.segments() + " instead of " + segments + ": "
                        + message.text());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sent.stream().collect(Collectors.groupingBy(Message::channel, Collectors.counting())))
                .isEqualTo(
                        Map.of(Channel.BULKSMS, 200L, Channel.REST, 200L, Channel.BROWSER, 200L, Channel.SMPP, 200L));
        Credits charged = sent.stream().map(Message::price).reduce(Credits.ZERO, Credits::plus);
        assertThat(wallets.get(customer.id()).balance())
                .isEqualTo(Credits.of(5_000).minus(charged));
        assertThat(proof.run().differences()).isEmpty();
    }

    /** Lengths on both sides of every limit, in each alphabet, with characters that count twice at the edges. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        int[] standard = {1, 2, 80, 159, 160, 161, 305, 306, 307, 458, 459, 460, 611, 612, 613, 764, 765};
        int[] special = {1, 2, 35, 69, 70, 71, 133, 134, 135, 200, 201, 202, 267, 268, 269, 334, 335};
        for (int length : standard) {
            texts.add("a".repeat(length));
            texts.add("é".repeat(length));
            texts.add("ab\n".repeat(length).substring(0, length));
            texts.add("€" + "a".repeat(Math.max(0, length - 2)));
            texts.add("b".repeat(Math.max(0, length - 2)) + "[");
            texts.add("c".repeat(length / 2) + "~" + "c".repeat(Math.max(0, length - length / 2 - 2)));
        }
        for (int length : special) {
            texts.add("ж".repeat(length));
            texts.add("’" + "a".repeat(length - 1));
            texts.add("a".repeat(length - 1) + "—");
            texts.add("😀" + "b".repeat(Math.max(0, length - 2)));
            texts.add("d".repeat(Math.max(0, length - 2)) + "👍");
            texts.add("مرحبا ".repeat(length).substring(0, length - 1) + "ن");
        }
        List<String> different = texts.stream().map(String::strip).distinct().toList();
        List<String> filled = new ArrayList<>(different);
        for (int i = 0; filled.size() < 200; i++) {
            filled.add("Order " + i + " is ready" + (i % 2 == 0 ? " ✓" : "")
                    + " [pick it up] ".repeat(i % 9 + 1).stripTrailing());
        }
        return filled.subList(0, 200);
    }

    private @Nullable Void everyWay(int i) throws Exception {
        bulksms(number(1, i), SENDABLE.get(i));
        rest(number(2, i), SENDABLE.get(i));
        browser(number(3, i), SENDABLE.get(i));
        system.submit("Alpine", number(4, i), SENDABLE.get(i));
        return null;
    }

    private int quoted(String text) {
        JsonNode quote = program.post("/messages/quote", json(Map.of("to", "447700900123", "text", text)))
                .expect(200)
                .json();
        assertThat(quote.path("price").decimalValue())
                .isEqualByComparingTo(
                        PRICE.times(quote.path("segments").asInt()).decimal());
        return quote.path("segments").asInt();
    }

    private void bulksms(String number, String text) {
        assertThat(portal.perform(post("/bulksms")
                        .param("username", login.credential().username())
                        .param("password", login.secret())
                        .queryParam("username", login.credential().username())
                        .queryParam("password", login.secret())
                        .queryParam("mt", "0")
                        .queryParam("sid", "Alpine")
                        .queryParam("mno", number)
                        .queryParam("msg", text)))
                .hasStatusOk()
                .bodyText()
                .hasSize(36);
    }

    private void rest(String number, String text) {
        program.post("/messages", json(Map.of("from", "Alpine", "to", number, "text", text)))
                .expect(202);
    }

    private void browser(String number, String text) {
        assertThat(person.send("/send", "sender", "Alpine", "numbers", "+" + number, "text", text, "key", number))
                .hasStatus(302);
    }

    private static String number(int way, int text) {
        return "4477009" + way + (1_000 + text);
    }

    private static String json(Map<String, String> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
