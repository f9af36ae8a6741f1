package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Alice, a customer with credits and a key; after each test the ledger is proved. */
@PortalTest
abstract class MessagesApiTest {

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    Tenant reseller;
    Tenant customer;
    Program alice;

    @BeforeEach
    void aliceHasAKey() {
        reseller = people.reseller();
        customer = customers.with(reseller, 2_000);
        alice = Program.of(portal, keys, customer.id());
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    Credits available() {
        return wallets.get(customer.id()).available();
    }

    static List<String> events(JsonNode message) {
        return message.path("timeline").findValuesAsString("event");
    }

    static String to(List<String> numbers) {
        return "{\"from\":\"Alpine\",\"text\":\"Hello\",\"to\":[\"" + String.join("\",\"", numbers) + "\"]}";
    }

    /** The same, to be sent in an hour. */
    static String later(String message) {
        return message.replaceFirst("\\{", "{\"scheduleAt\":\"" + Instant.now().plusSeconds(3_600) + "\",");
    }

    static List<String> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "44" + (7_700_900_000L + i))
                .toList();
    }
}
