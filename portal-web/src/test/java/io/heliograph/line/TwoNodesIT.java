package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes of the packaged portal at one database: each does everything, and nothing is done twice. */
class TwoNodesIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Customer ALPINE = new Customer(new UUID(0, 0), new UUID(0, 0), "alpine", "sandbox-alpine");
    private static final Customer CEDAR = new Customer(new UUID(0, 0), new UUID(0, 0), "cedar", "sandbox-cedar");
    private static final int CALLS = 150;

    private static final FakeOneS2u ONE_S2U = new FakeOneS2u();

    private static Nodes nodes = Nodes.NONE;

    @BeforeAll
    static void startBoth() throws Exception {
        nodes = Nodes.start(ONE_S2U);
    }

    @AfterAll
    static void stopBoth() throws Exception {
        nodes.close();
        ONE_S2U.close();
    }

    @Test
    void acceptAndSendAtOnceWithoutSendingAnythingTwice() throws Exception {
        ONE_S2U.takes(Duration.ofMillis(20));
        try (ExecutorService programs = Executors.newFixedThreadPool(8)) {
            List<Future<String>> calls = IntStream.range(0, CALLS)
                    .mapToObj(call -> programs.submit(() -> (call % 2 == 0 ? nodes.a() : nodes.b())
                            .accepted(call % 3 == 0 ? CEDAR : ALPINE, numbers(call), "To two nodes")))
                    .toList();
            for (Future<String> call : calls) {
                call.get();
            }
        }

        await().atMost(SOON).until(() -> !nodes.books().statesByNumber().containsValue("QUEUED"));
        List<String> sent = ONE_S2U.sent().stream()
                .flatMap(request -> request.numbers().stream())
                .toList();
        assertThat(sent).hasSize(2 * CALLS).doesNotHaveDuplicates();
        report(ONE_S2U.sent());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(nodes.books().statesByNumber().values())
                        .hasSize(2 * CALLS)
                        .containsOnly("DELIVERED"));
        assertThat(nodes.b().balance(ALPINE)).isEqualTo("800");
        assertThat(nodes.a().balance(CEDAR)).isEqualTo("900");
        assertThat(nodes.books().differencesOfAProof(nodes.b())).isZero();
    }

    @Test
    void shareSessions() {
        Person alice = Person.signedIn(nodes.a(), "customer@alpine.test");

        assertThat(alice.get(nodes.b(), "/").statusCode()).isEqualTo(200);
        assertThat(alice.get(nodes.b(), "/").body()).contains("Alpine Clinic");
    }

    @Test
    void refuseARevokedCredentialWithinTwoSeconds() {
        Customer bluebird = new Customer(new UUID(0, 0), new UUID(0, 0), "bluebird", "sandbox-bluebird");
        assertThat(nodes.a().balance(bluebird)).isEqualTo("1000");
        assertThat(nodes.b().balance(bluebird)).isEqualTo("1000");

        nodes.books()
                .execute("UPDATE credentials_credential SET revoked_at = UTC_TIMESTAMP(6) WHERE username = 'bluebird'");

        await().during(Duration.ZERO)
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(
                                List.of(nodes.a().balance(bluebird), nodes.b().balance(bluebird)))
                        .containsOnly("00"));
    }

    /** Each report comes to one node, and every tenth to both. */
    private static void report(List<FakeOneS2u.Sent> requests) {
        int turn = 0;
        for (FakeOneS2u.Sent request : requests) {
            for (String number : request.numbers()) {
                String body = Calls.encoded(LineTest.report(request.id(), number, "DELIVRD"));
                turn++;
                Stream<Calls> to = turn % 10 == 0
                        ? Stream.of(nodes.a(), nodes.b())
                        : Stream.of(turn % 2 == 0 ? nodes.a() : nodes.b());
                to.forEach(node -> assertThat(
                                node.post(LineTest.DLR, Calls.FORM, body).statusCode())
                        .isEqualTo(200));
            }
        }
    }

    private static String numbers(int call) {
        return (447_720_000_000L + 2L * call) + "," + (447_720_000_001L + 2L * call);
    }

    /** Node A has the database; node B is told where it is, and has the same key. */
    private record Nodes(List<PortalProcess> processes, List<Calls> calls, List<Books> book) {

        static final Nodes NONE = new Nodes(List.of(), List.of(), List.of());

        static Nodes start(FakeOneS2u oneS2u) throws Exception {
            Path home = Homes.empty("two-nodes-home");
            PortalProcess first = PortalProcess.start("two-nodes-a", Homes.settings(home, oneS2u));
            Map<String, String> second = new HashMap<>(Homes.settings(Homes.empty("two-nodes-home-b"), oneS2u));
            second.put("spring.datasource.url", first.jdbcUrl());
            second.put("spring.datasource.username", "heliograph");
            second.put("spring.datasource.password", PortalProcess.password(home));
            second.put("heliograph.encryption-key", PortalProcess.text(home.resolve("encryption.key")));
            PortalProcess other = PortalProcess.start("two-nodes-b", second);
            return new Nodes(
                    List.of(other, first),
                    List.of(first.calls(), other.calls()),
                    List.of(new Books(first.database(home))));
        }

        Calls a() {
            return calls.getFirst();
        }

        Calls b() {
            return calls.getLast();
        }

        Books books() {
            return book.getFirst();
        }

        void close() throws Exception {
            for (Books one : book) {
                one.close();
            }
            processes.forEach(PortalProcess::close);
        }
    }
}
