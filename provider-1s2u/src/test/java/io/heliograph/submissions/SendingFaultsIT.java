package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.Channel;
import io.heliograph.messages.MessageState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of messages when something on their way fails. */
class SendingFaultsIT extends SendingTest {

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void mend() {
        jdbc.execute("DROP TRIGGER IF EXISTS fault");
    }

    @Test
    void neverSendsAnUnansweredRequestAgainAndLetsItsReportSettleIt() {
        oneS2u.answers(_ -> null);
        String number = numbers(1).getFirst();

        accept("Hello", List.of(number));

        awaitStates(MessageState.UNCERTAIN, 1);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.parse("98.5"));
        report("told-late", number, "DELIVRD");
        awaitStates(MessageState.DELIVERED, 1);
        assertThat(oneS2u.sent()).hasSize(1);
    }

    @Test
    void triesAgainUntilTheServiceIsBack() {
        AtomicInteger calls = new AtomicInteger();
        oneS2u.answers(_ -> calls.incrementAndGet() < 3 ? "0000" : "OK: late");

        accept("Hello", numbers(1));

        awaitStates(MessageState.SUBMITTED, 1);
        assertThat(oneS2u.sent()).hasSize(3);
    }

    @Test
    void pausesTheAccountAndKeepsItsQueueWhenThePasswordIsWrong() {
        oneS2u.answers(_ -> "00");

        accept("Hello", numbers(2));

        await().untilAsserted(() ->
                assertThat(accounts.statuses().getFirst().isPaused()).isTrue());
        assertThat(accounts.statuses().getFirst().queued()).isEqualTo(2);
        oneS2u.answers(sent -> "OK: again");
        accounts.start(accounts.all().getFirst().id());
        awaitStates(MessageState.SUBMITTED, 2);
    }

    @Test
    void recordsAnAnswerOnceTheDatabaseTakesItAgain() throws Exception {
        fail("DELETE ON dispatch_entry", "TRUE");

        accept("Hello", numbers(1));

        await().until(() -> oneS2u.sent().size() == 1);
        Thread.sleep(Duration.ofSeconds(1)); // for the answer to be refused meanwhile: nothing shows that
        awaitStates(MessageState.QUEUED, 1);
        mend();
        awaitStates(MessageState.SUBMITTED, 1);
        assertThat(oneS2u.sent()).hasSize(1);
    }

    @Test
    void putsBackWhatWasNotTakenAlsoIfThePauseCanNotBeNoted() {
        fail("UPDATE ON dispatch_account", "NEW.strikes > OLD.strikes");
        AtomicInteger calls = new AtomicInteger();
        oneS2u.answers(_ -> calls.incrementAndGet() < 3 ? "00" : "OK: at-last");

        accept("Hello", numbers(1));

        awaitStates(MessageState.SUBMITTED, 1);
    }

    @Test
    void triesAPausedAccountWithOneRequestUntilThatIsAnswered() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        oneS2u.answers(sent -> awaited(answer) ? "OK: id-" + sent.numbers().getFirst() : null);
        accounts.save(accounts.all().getFirst().withNumbersPerRequest(1));
        jdbc.update("UPDATE dispatch_account SET strikes = 1");

        accept("Hello", numbers(10));

        await().until(() -> oneS2u.sent().size() == 1);
        Thread.sleep(Duration.ofSeconds(1)); // in which nothing more is to leave
        assertThat(oneS2u.sent()).hasSize(1);
        answer.countDown();
        awaitStates(MessageState.SUBMITTED, 10);
    }

    @Test
    void sendsACampaignBesideMoreThatIsUrgentThanCanLeave() throws Exception {
        accept("First", numbers(1)); // once it is sent the account has its worker, and messages stay in memory
        awaitStates(MessageState.SUBMITTED, 1);
        accounts.save(slow(accounts.all().getFirst()));
        List<UUID> others = IntStream.range(0, 40).mapToObj(_ -> customer()).toList();
        AtomicInteger next = new AtomicInteger();
        try (ScheduledExecutorService urgent = Executors.newSingleThreadScheduledExecutor()) {
            urgent.scheduleAtFixedRate(
                    () -> submissions.accept(urgent(others.get(next.getAndIncrement() % others.size()))),
                    0,
                    25,
                    TimeUnit.MILLISECONDS);
            Thread.sleep(Duration.ofMillis(500)); // by then all that can leave is urgent

            for (int i = 0; i < 30; i++) {
                accept("Campaign " + i, numbers(1));
            }

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> oneS2u.sent().stream()
                                    .filter(sent -> sent.text().startsWith("Campaign"))
                                    .count()
                            >= 4);
            urgent.shutdownNow();
        }
    }

    /** Lets the database refuse such a change. */
    private void fail(String change, String when) {
        jdbc.execute("CREATE TRIGGER fault BEFORE " + change + " FOR EACH ROW IF " + when
                + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'fault'; END IF");
    }

    private UUID customer() {
        UUID customer = RowIds.next();
        wallets.open(customer, reseller);
        wallets.allocate(reseller, customer, Credits.of(10), "first", null, null);
        return customer;
    }

    private static SubmissionRequest urgent(UUID tenant) {
        return new SubmissionRequest(
                tenant, Channel.BULKSMS, null, null, "Alice", "Code " + RowIds.next(), List.of("447700900999"), null);
    }

    /** Twenty requests a second. */
    private static ProviderAccount slow(ProviderAccount account) {
        return new ProviderAccount(
                account.id(),
                account.name(),
                account.baseUrl(),
                account.username(),
                account.password(),
                account.dlrToken(),
                account.dlrSources(),
                20,
                account.requestsInFlight(),
                account.numbersPerRequest(),
                account.unicodeForm(),
                account.timeout(),
                account.uncertaintyWindow(),
                account.lowBalance());
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
