package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.lookups.Lookups;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** At half a credit a number. */
@PortalTest
class LookupsApiIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Tenants tenants;

    @Autowired
    Wallets wallets;

    @Autowired
    Lookups lookups;

    @Autowired
    Proof proof;

    Tenant reseller;
    Tenant customer;
    Program alice;

    @BeforeEach
    void aliceHasAKey() {
        reseller = people.reseller();
        customer = customers.with(reseller, 10);
        alice = Program.of(portal, keys, customer.id());
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void looksUpAndSaysWhatItFoundAndWhatItCosts() {
        Program keyed = alice.with(Call.KEY_HEADER, "list-1");
        String body = "{\"name\": \"Spring\", \"numbers\": [\"+447700900123\", \"447700900002\", \"447700900123\"]}";

        Program.Reply started = keyed.post("/lookups", body).expect(202);
        Program.Reply again = keyed.post("/lookups", body).expect(202);

        assertThat(again.json()).isEqualTo(started.json());
        assertThat(again.response().getHeader(Once.REPLAYED_HEADER)).isEqualTo("true");
        assertThat(started.json().path("numbers").asInt()).isEqualTo(2);
        assertThat(started.json().path("name").asString()).isEqualTo("Spring");
        assertThat(started.json().path("channel").asString()).isEqualTo("rest");
        assertThat(started.json().path("price").decimalValue()).isEqualByComparingTo("1");
        String path = path(started);
        assertThat(started.response().getHeader("Location")).isEqualTo("/api/v1" + path);
        JsonNode done = done(path);
        assertThat(done.path("counts").path("active").asInt()).isEqualTo(1);
        assertThat(done.path("counts").path("notInUse").asInt()).isEqualTo(1);
        assertThat(done.has("finishedAt")).isTrue();
        JsonNode results = alice.get(path + "/results").expect(200).json();
        assertThat(results.has("next")).isFalse();
        JsonNode first = results.path("data").get(0);
        assertThat(first.path("number").asString()).isEqualTo("447700900123");
        assertThat(first.path("status").asString()).isEqualTo("active");
        assertThat(first.path("network").path("operator").asString()).isEqualTo("Sandbox Mobile");
        assertThat(first.path("price").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(results.path("data").get(1).path("status").asString()).isEqualTo("not_in_use");
        assertThat(available()).isEqualTo(Credits.of(9));
    }

    @Test
    void givesAnAnswerAgainAtNoChargeIfAskedTo() {
        done(path(alice.post("/lookups", "{\"numbers\": \"447700900123\"}")));

        JsonNode again = alice.post("/lookups", "{\"numbers\": \"447700900123\", \"reuseDays\": 1}")
                .expect(202)
                .json();

        assertThat(again.path("state").asString()).isEqualTo("done");
        assertThat(again.path("counts").path("reused").asInt()).isEqualTo(1);
        assertThat(again.path("name").asString()).isEqualTo("+447700900123");
        assertThat(available()).isEqualTo(Credits.parse("9.5"));
    }

    @Test
    void goesThroughAllResultsPageByPage() {
        String path = path(alice.post("/lookups", numbers(5)));
        done(path);

        JsonNode first = alice.get(path + "/results?limit=2").expect(200).json();
        JsonNode second = alice.get(path + "/results?limit=3&cursor=" + first.path("next"))
                .json();

        assertThat(first.path("data").findValuesAsString("number")).containsExactly("447700910000", "447700910001");
        assertThat(second.path("data").findValuesAsString("number"))
                .containsExactly("447700910002", "447700910003", "447700910004");
        assertThat(second.has("next")).isFalse();
        assertThat(found(path + "/results?state=waiting,asking")).isZero();
        assertThat(found(path + "/results?state=answered&startsWith=%2B447700910004"))
                .isEqualTo(1);
        assertThat(found(path + "/results?limit=1000")).isEqualTo(5);
        for (String wrong : List.of("limit=1001", "limit=0", "state=lost", "status=good", "startsWith=44%25")) {
            assertThat(alice.get(path + "/results?" + wrong).expect(400).code())
                    .as(wrong)
                    .isEqualTo("malformed_parameter");
        }
    }

    @Test
    void listsLookupsNewestFirst() {
        String older = path(alice.post("/lookups", numbers(1)));
        String newer = path(alice.post("/lookups", numbers(2)));

        JsonNode first = alice.get("/lookups?limit=1").expect(200).json();
        JsonNode second = alice.get(
                        "/lookups?limit=1&cursor=" + first.path("next").asString())
                .json();

        assertThat(newer).endsWith(first.path("data").get(0).path("id").asString());
        assertThat(older).endsWith(second.path("data").get(0).path("id").asString());
        assertThat(second.has("next")).isFalse();
        assertThat(alice.get("/lookups?limit=201").expect(400).code()).isEqualTo("malformed_parameter");
    }

    @Test
    void pausesGoesOnAndCancelsWithARefund() {
        lookups.hold(List.of(customer.id()));
        String path = path(alice.post("/lookups", numbers(4)));
        assertThat(available()).isEqualTo(Credits.of(8));

        assertThat(state(alice.post(path + "/pause", ""))).isEqualTo("paused");
        assertThat(state(alice.post(path + "/pause", ""))).isEqualTo("paused");
        assertThat(state(alice.post(path + "/resume", ""))).isEqualTo("running");
        assertThat(state(alice.post(path + "/resume", ""))).isEqualTo("running");
        JsonNode cancelled = alice.delete(path).expect(200).json();

        assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.path("counts").path("cancelled").asInt()).isEqualTo(4);
        assertThat(cancelled.path("refunded").decimalValue()).isEqualByComparingTo("2");
        assertThat(available()).isEqualTo(Credits.of(10));
        assertThat(found(path + "/results?state=cancelled")).isEqualTo(4);
        assertThat(state(alice.delete(path))).isEqualTo("cancelled");
        assertThat(alice.post(path + "/pause", "").expect(409).code()).isEqualTo("lookup_state");
        assertThat(alice.post(path + "/resume", "").expect(409).code()).isEqualTo("lookup_state");
    }

    @Test
    void doesNotCancelWhatIsDone() {
        String path = path(alice.post("/lookups", numbers(1)));
        done(path);

        assertThat(alice.delete(path).expect(409).code()).isEqualTo("lookup_state");
    }

    @Test
    void saysWhatIsWrongAndChargesNothing() {
        assertThat(alice.post("/lookups", "{\"numbers\": [], \"reuseDays\": 91}")
                        .expect(422)
                        .json()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/numbers", "/reuseDays");
        assertThat(alice.post("/lookups", "{\"numbers\": [\"447700900123\", null]}")
                        .expect(422)
                        .code())
                .isEqualTo("validation_failed");
        Program.Reply outOfForm = alice.post("/lookups", "{\"numbers\": [\"447700900123\", \"12\"]}");
        assertThat(outOfForm.expect(422).code()).isEqualTo("invalid_number");
        assertThat(outOfForm.json().path("number").asString()).isEqualTo("12");
        Program.Reply poor = alice.post("/lookups", numbers(21)).expect(402);
        assertThat(poor.code()).isEqualTo("insufficient_credits");
        assertThat(poor.json().path("price").decimalValue()).isEqualByComparingTo("10.5");
        assertThat(poor.json().path("available").asInt()).isEqualTo(10);
        assertThat(found("/lookups")).isZero();
        assertThat(available()).isEqualTo(Credits.of(10));
    }

    /** A hundred thousand come as far as their price, whatever fills the body up to its limit. */
    @Test
    void takesAHundredThousandInABodyOfFourMegabytesAndNoMore() {
        String most = numbers(100_000);
        String full = most + " ".repeat(Bodies.LARGEST - most.length());

        assertThat(alice.post("/lookups", full).expect(402).code()).isEqualTo("insufficient_credits");
        assertThat(alice.post("/lookups", full + " ").expect(413).code()).isEqualTo("body_too_large");
        Program.Reply tooMany = alice.post("/lookups", numbers(100_001)).expect(422);
        assertThat(tooMany.code()).isEqualTo("too_many_numbers");
        assertThat(tooMany.json().path("most").asInt()).isEqualTo(100_000);
    }

    @Test
    void charlieGets404() {
        String path = path(alice.post("/lookups", numbers(1)));
        Program charlie = Program.of(
                portal, keys, people.customerOf(people.reseller().id()).id());

        assertThat(charlie.get(path).expect(404).code()).isEqualTo("not_found");
        assertThat(charlie.get(path + "/results").expect(404).code()).isEqualTo("not_found");
        assertThat(charlie.post(path + "/pause", "").expect(404).code()).isEqualTo("not_found");
        assertThat(charlie.post(path + "/resume", "").expect(404).code()).isEqualTo("not_found");
        assertThat(charlie.delete(path).expect(404).code()).isEqualTo("not_found");
    }

    @Test
    void looksUpOnBehalfOfACustomerFromItsOwnBalance() {
        Program seller = Program.of(portal, keys, reseller.id())
                .with(Call.ACCOUNT_HEADER, customer.id().toString());

        String path = path(seller.post("/lookups", numbers(2)));

        assertThat(available()).isEqualTo(Credits.of(9));
        alice.get(path).expect(200);
        Program.of(portal, keys, reseller.id()).get(path).expect(404);
        tenants.suspend(customer.id());
        assertThat(seller.post("/lookups", numbers(1)).expect(403).code()).isEqualTo("account_suspended");
        seller.get(path + "/results").expect(200);
    }

    private JsonNode done(String path) {
        await().atMost(SOON).until(() -> state(alice.get(path)).equals("done"));
        return alice.get(path).json();
    }

    private int found(String list) {
        return alice.get(list).expect(200).json().path("data").size();
    }

    private Credits available() {
        return wallets.get(customer.id()).available();
    }

    private static String path(Program.Reply started) {
        return "/lookups/" + started.expect(202).json().path("id").asString();
    }

    private static String state(Program.Reply reply) {
        return reply.expect(200).json().path("state").asString();
    }

    private static String numbers(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> "\"" + (447_700_910_000L + i) + "\"")
                .collect(Collectors.joining(",", "{\"numbers\":[", "]}"));
    }
}
