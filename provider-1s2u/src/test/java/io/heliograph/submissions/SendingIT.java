package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.reports.ReportOutcome;
import io.heliograph.reports.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole line below the portal: accepted, charged, sent to a 1s2u, reported. */
@DatabaseTest
@Import(SendingIT.Line.class)
class SendingIT {

    @Configuration
    @EnableScheduling
    @ConfigurationPropertiesScan({"io.heliograph.dispatch", "io.heliograph.webhooks"})
    @ComponentScan(
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Test|Tests|Fixture|IT)(Configuration)?(\\$.*)?"),
            basePackages = {
                "io.heliograph.ledger",
                "io.heliograph.rates",
                "io.heliograph.usage",
                "io.heliograph.provider",
                "io.heliograph.messages",
                "io.heliograph.dispatch",
                "io.heliograph.submissions",
                "io.heliograph.receipts",
                "io.heliograph.reports",
                "io.heliograph.upstream",
                "io.heliograph.webhooks"
            })
    static class Line {}

    private static final UUID OPERATOR = RowIds.next();

    @Autowired
    Submissions submissions;

    @Autowired
    Messages messages;

    @Autowired
    Reports reports;

    @Autowired
    Wallets wallets;

    @Autowired
    PriceLists prices;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    Proof proof;

    private final FakeOneS2u oneS2u = new FakeOneS2u();
    private final UUID reseller = RowIds.next();
    private final UUID alice = RowIds.next();

    @BeforeEach
    void openForBusiness() {
        wallets.open(OPERATOR, null);
        wallets.open(reseller, OPERATOR);
        wallets.open(alice, reseller);
        prices.set(OPERATOR, null, Product.SMS, "", Credits.of(1), null);
        prices.set(reseller, null, Product.SMS, "", Credits.parse("1.5"), null);
        wallets.allocate(OPERATOR, reseller, Credits.of(1000), "stock", null, null);
        wallets.allocate(reseller, alice, Credits.of(100), "first", null, null);
        accounts.save(account(RowIds.next(), oneS2u.baseUrl()));
    }

    @AfterEach
    void proveTheLedger() {
        accounts.all().forEach(account -> accounts.stop(account.id()));
        oneS2u.close();
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void sendsOneRequestForFifteenNumbersAndSettlesThemByTheirReports() {
        List<String> numbers = numbers(15);

        SubmissionResult.Accepted accepted = accept("Hello", numbers);

        assertThat(accepted.price()).isEqualTo(Credits.parse("22.5"));
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.parse("77.5"));
        awaitStates(MessageState.SUBMITTED, 15);
        assertThat(oneS2u.sent()).hasSize(1);
        numbers.forEach(number -> report("id-" + numbers.getFirst(), number, "DELIVRD"));
        awaitStates(MessageState.DELIVERED, 15);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.parse("77.5"));
    }

    @Test
    void refundsTheOneNumberThatIsRefusedAndSendsTheOthers() {
        List<String> numbers = numbers(3);
        oneS2u.answers(sent -> sent.numbers().contains(numbers.get(1))
                ? "0041"
                : "OK: x-" + sent.numbers().getFirst());

        accept("Hello", numbers);

        awaitStates(MessageState.SUBMITTED, 2);
        awaitStates(MessageState.REFUSED, 1);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(97));
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
    void keepsTheFirstFinalReportAndAllOthersToo() {
        String number = numbers(1).getFirst();
        report("id-" + number, number, "UNDELIV");

        accept("Hello", List.of(number));

        awaitStates(MessageState.UNDELIVERED, 1);
        report("id-" + number, number, "UNDELIV");
        report("id-" + number, number, "DELIVRD");
        Message message = messages.page(alice, MessageFilter.all(), null, 1).getFirst();
        await().untilAsserted(() -> assertThat(reports.of(alice, message.id()))
                .extracting(report -> report.outcome())
                .containsExactly(ReportOutcome.APPLIED, ReportOutcome.REPEATED, ReportOutcome.CONTRADICTED));
        awaitStates(MessageState.UNDELIVERED, 1);
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
    void givesTheFirstAnswerToARepeatedKeyAndChargesNothing() {
        SubmissionRequest request = request("Hello", numbers(2), "order-1");

        SubmissionResult first = submissions.accept(request);
        SubmissionResult second = submissions.accept(request);
        SubmissionResult other = submissions.accept(request("Other", numbers(2), "order-1"));

        assertThat(((SubmissionResult.Accepted) second).submissionId())
                .isEqualTo(((SubmissionResult.Accepted) first).submissionId());
        assertThat(((SubmissionResult.Accepted) second).replayed()).isTrue();
        assertThat(other).isEqualTo(new SubmissionResult.Refused(new Refusal.KeyReused("order-1")));
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(97));
        awaitStates(MessageState.SUBMITTED, 2);
    }

    @Test
    void acceptsNothingThatTheWalletCanNotPay() {
        wallets.takeBack(reseller, alice, Credits.of(90), "too much", null, null);

        SubmissionResult result = submissions.accept(request("Hello", numbers(7), null));

        assertThat(result)
                .isEqualTo(new SubmissionResult.Refused(
                        new Refusal.NotEnoughCredits(Credits.of(10), Credits.parse("10.5"))));
        assertThat(messages.page(alice, MessageFilter.all(), null, 10)).isEmpty();
    }

    private SubmissionResult.Accepted accept(String text, List<String> numbers) {
        return (SubmissionResult.Accepted) submissions.accept(request(text, numbers, null));
    }

    private SubmissionRequest request(String text, List<String> numbers, @Nullable String key) {
        return new SubmissionRequest(alice, Channel.BULKSMS, null, null, "Alice", text, numbers, key);
    }

    private void report(String id, String number, String response) {
        String body = "msisdn=" + number + "&source=Alice&sms_id=" + id + "&sent_date=11/23/2026 10:00:00 AM&response="
                + response;
        reports.receive(
                accounts.all().getFirst().dlrToken(),
                "application/x-www-form-urlencoded",
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1");
    }

    private void awaitStates(MessageState state, int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messages.page(alice, MessageFilter.all(), null, 100))
                        .filteredOn(message -> message.state() == state)
                        .hasSize(count));
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "447700900" + (100 + i)).toList();
    }

    static ProviderAccount account(UUID id, String baseUrl) {
        return new ProviderAccount(
                id,
                "test",
                baseUrl,
                "user",
                "secret",
                id.toString(),
                List.of(),
                100,
                8,
                15,
                UnicodeForm.UTF_8,
                Duration.ofSeconds(3),
                Duration.ofHours(24),
                null);
    }
}
