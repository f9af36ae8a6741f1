package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.lookups.Lookups;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every POST, from the mappings: sent again with its key, and twice at once with another, it has one effect for each key. */
@PortalTest
class EveryPostOnceIT {

    /** At half a credit a number. */
    private static final String LOOKUP = "{\"numbers\":[\"447700900123\",\"447700900124\"]}";

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    ApiRoutes routes;

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
    Program seller;
    Program program;

    @BeforeEach
    void aliceSellsToACustomer() {
        reseller = people.reseller();
        customer = customers.with(reseller, 100);
        wallets.allocate(
                people.tenantOf("operator@heliograph.test"),
                reseller.id(),
                Credits.of(50),
                "stock-" + reseller.id(),
                null,
                null);
        seller = Program.of(portal, keys, reseller.id());
        program = Program.of(portal, keys, customer.id());
    }

    @Test
    void hasOneEffectForEachKey() throws Exception {
        String endpoint = id(program.post("/webhook-endpoints", "{\"url\":\"http://127.0.0.1:9/first\"}"));
        String delivery = id(program.post("/webhook-endpoints/" + endpoint + "/test", ""));
        lookups.hold(List.of(customer.id()));
        String lookup = id(program.post("/lookups", LOOKUP));
        Map<String, Sent> sent = sent(endpoint, delivery, lookup);

        for (ApiRoutes.Route route : routes.all()) {
            if (route.method().equals("POST")) {
                Sent what = Objects.requireNonNull(
                        sent.get(route.path()), () -> "Say here what to send to " + route.path());
                again(what);
                atOnce(what);
            }
        }

        assertThat(wallets.get(customer.id()).available()).isEqualTo(Credits.of(100 - 2 - 3 + 2 * 7 - 2 * 3));
        assertThat(wallets.get(reseller.id()).available()).isEqualTo(Credits.of(50 - 2 * 7 + 2 * 3 - 2 * 5));
        assertThat(tenants.countChildren(reseller.id())).isEqualTo(2 + 2);
        assertThat(count(program, "/messages")).isEqualTo(2);
        assertThat(count(program, "/lookups")).isEqualTo(1 + 2);
        assertThat(count(program, "/webhook-endpoints")).isEqualTo(1 + 2);
        assertThat(tests(program)).isEqualTo(1 + 2);
        assertThat(proof.run().differences()).isEmpty();
    }

    /** By the path of the route. What must differ from one key to the next is made anew for each. */
    private Map<String, Sent> sent(String endpoint, String delivery, String lookup) {
        String message = "{\"from\":\"Alpine\",\"to\":\"447700900123\",\"text\":\"Hello\"}";
        String hooks = "/webhook-endpoints";
        String its = "/customers/" + customer.id();
        String others = "/customers/" + people.customerOf(reseller.id()).id();
        return Map.ofEntries(
                Map.entry("/messages", new Sent(program, "/messages", () -> message)),
                Map.entry("/messages/quote", new Sent(program, "/messages/quote", () -> message)),
                Map.entry("/lookups", new Sent(program, "/lookups", () -> LOOKUP)),
                Map.entry("/lookups/{id}/pause", new Sent(program, "/lookups/" + lookup + "/pause", () -> "")),
                Map.entry("/lookups/{id}/resume", new Sent(program, "/lookups/" + lookup + "/resume", () -> "")),
                Map.entry(hooks, new Sent(program, hooks, () -> "{\"url\":\"http://127.0.0.1:9/hook\"}")),
                Map.entry(hooks + "/{id}/rotate", new Sent(program, hooks + "/" + endpoint + "/rotate", () -> "")),
                Map.entry(hooks + "/{id}/test", new Sent(program, hooks + "/" + endpoint + "/test", () -> "")),
                Map.entry(
                        "/deliveries/{id}/replay", new Sent(program, "/deliveries/" + delivery + "/replay", () -> "")),
                Map.entry("/replays", new Sent(program, "/replays", () -> "{\"fromDeliveryId\":\"" + delivery + "\"}")),
                Map.entry("/customers", new Sent(seller, "/customers", EveryPostOnceIT::newcomer)),
                Map.entry("/customers/{id}/suspend", new Sent(seller, others + "/suspend", () -> "")),
                Map.entry("/customers/{id}/resume", new Sent(seller, others + "/resume", () -> "")),
                Map.entry(
                        "/customers/{id}/allocations",
                        new Sent(seller, its + "/allocations", () -> "{\"credits\": 7}")),
                Map.entry(
                        "/customers/{id}/take-backs", new Sent(seller, its + "/take-backs", () -> "{\"credits\": 3}")),
                Map.entry("/customers/{id}/prices", new Sent(seller, its + "/prices", () -> "{\"price\": 1}")));
    }

    private static void again(Sent what) {
        Supplier<Program.Reply> call = what.withNewKey();

        Program.Reply first = call.get();
        Program.Reply again = call.get();

        assertThat(first.status()).as(what + ": " + first.json()).isBetween(200, 202);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.response().getHeader(Once.REPLAYED_HEADER)).isEqualTo("true");
    }

    private static void atOnce(Sent what) throws Exception {
        Supplier<Program.Reply> call = what.withNewKey();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Program.Reply> together = () -> {
            start.await();
            return call.get();
        };

        List<Program.Reply> replies;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            replies = threads.invokeAll(List.of(together, together)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        List<Program.Reply> done =
                replies.stream().filter(reply -> reply.status() < 300).toList();
        assertThat(done).as(what + ": " + replies.getFirst().json()).isNotEmpty();
        assertThat(replies)
                .allSatisfy(
                        reply -> assertThat(done.contains(reply) || reply.code().equals("request_in_progress"))
                                .as(reply.json().toString())
                                .isTrue());
        assertThat(done.stream().map(Program.Reply::json).distinct()).hasSize(1);
        assertThat(call.get().json()).isEqualTo(done.getFirst().json());
    }

    private static String newcomer() {
        return "{\"name\":\"New\",\"credits\":5,\"owner\":{\"name\":\"Owner\",\"email\":\"o-" + RowIds.next()
                + "@example.test\"}}";
    }

    private static String id(Program.Reply made) {
        return made.json().path("id").asString();
    }

    private static int count(Program program, String list) {
        return program.get(list).expect(200).json().path("data").size();
    }

    /** Messages tell the endpoints of themselves meanwhile. */
    private static long tests(Program program) {
        return program.get("/deliveries?limit=200")
                .json()
                .path("data")
                .valueStream()
                .filter(delivery -> delivery.path("eventType").asString("").equals("test.ping"))
                .count();
    }

    /** What a program sends to a route. */
    private record Sent(Program program, String path, Supplier<String> body) {

        /** The same request each time it is called. */
        Supplier<Program.Reply> withNewKey() {
            Program keyed = program.with(Call.KEY_HEADER, RowIds.next().toString());
            String sent = body.get();
            return () -> keyed.post(path, sent);
        }

        @Override
        public String toString() {
            return path;
        }
    }
}
