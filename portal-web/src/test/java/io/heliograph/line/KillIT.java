package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of the portal and its database while it accepts, sends, and checks a list of numbers: never twice,
 * never lost.
 */
class KillIT {

    private static final int ROUNDS = 2;
    private static final long SEED = 20_261_123;
    private static final int PROGRAMS = 4;
    /** A claim that nobody comes back for ends after the provider's timeout and half a minute more. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private static final Customer ALPINE = new Customer(new UUID(0, 0), new UUID(0, 0), "alpine", "sandbox-alpine");

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong(447_730_000_000L);

    @Test
    void losesNothingThatWasAcceptedAndSendsNothingTwice() throws Exception {
        Random random = new Random(SEED);
        Path home = Homes.empty("kill-home");
        try (FakeOneS2u oneS2u = new FakeOneS2u()) {
            oneS2u.takes(Duration.ofMillis(50));
            CheckedList list = new CheckedList(oneS2u);
            Map<String, String> settings = Homes.settings(home, oneS2u);
            for (int round = 0; round < ROUNDS; round++) {
                PortalProcess portal = PortalProcess.start("kill-" + round, settings);
                if (round == 0) {
                    list.start(portal.calls());
                }
                killWhileSending(portal, home, random, list);
            }
            PortalProcess last = PortalProcess.start("kill-last", settings);
            try (last;
                    Books books = new Books(last.database(home))) {
                verify(oneS2u, last.calls(), books);
                list.verify(books);
            }
        }
    }

    private void killWhileSending(PortalProcess portal, Path home, Random random, CheckedList list)
            throws InterruptedException, SQLException {
        Calls calls = portal.calls();
        AtomicBoolean killed = new AtomicBoolean();
        int before = accepted.size();
        List<Thread> programs = IntStream.range(0, PROGRAMS)
                .mapToObj(program -> Thread.startVirtualThread(() -> sendUntil(killed, calls)))
                .toList();
        int enough = before + 20 + random.nextInt(40);
        await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() >= enough && list.goesOn());
        try (Books books = new Books(portal.database(home))) {
            list.beforeAKill(books);
        }
        if (random.nextBoolean()) {
            portal.kill();
            PortalProcess.killDatabase(home);
        } else {
            PortalProcess.killDatabase(home);
            assertThat(calls.bulksms(Calls.sending(ALPINE, number(), "Nobody keeps this"))
                            .body())
                    .isEqualTo("0000");
            portal.kill();
        }
        killed.set(true);
        for (Thread program : programs) {
            program.join();
        }
    }

    private void sendUntil(AtomicBoolean killed, Calls portal) {
        while (!killed.get()) {
            String number = number();
            try {
                String answer = portal.bulksms(Calls.sending(ALPINE, number, "Accepted is sent"))
                        .body();
                if (answer.startsWith("OK: ")) {
                    accepted.add(number);
                }
            } catch (UncheckedIOException _) {
                // Not answered, so nothing was promised: it may be there or not.
            }
        }
    }

    private void verify(FakeOneS2u oneS2u, Calls portal, Books books) {
        await().atMost(ABANDONED)
                .untilAsserted(() -> assertThat(books.statesByNumber().values())
                        .isNotEmpty()
                        .allMatch(Set.of("SUBMITTED", "UNCERTAIN")::contains));
        Map<String, String> states = books.statesByNumber();
        Map<String, Long> sent = oneS2u.sent().stream()
                .flatMap(request -> request.numbers().stream())
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()));

        assertThat(states.keySet()).containsAll(accepted);
        assertThat(sent.values()).as("sent more than once").containsOnly(1L);
        assertThat(states.keySet()).containsAll(sent.keySet());
        assertThat(states)
                .allSatisfy((number, state) -> assertThat(sent.containsKey(number) || state.equals("UNCERTAIN"))
                        .isTrue());
        assertThat(new BigDecimal(portal.balance(ALPINE)))
                .isEqualByComparingTo(
                        BigDecimal.valueOf(1_000).subtract(books.spent()).subtract(CheckedList.PRICE));
        assertThat(books.differencesOfAProof(portal)).isZero();
    }

    private String number() {
        return Long.toString(numbers.incrementAndGet());
    }
}
