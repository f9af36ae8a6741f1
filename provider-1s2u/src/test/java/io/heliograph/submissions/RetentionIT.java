package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Forgetting;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.messages.Retention;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.receipts.Receipts;
import io.heliograph.receipts.Settled;
import io.heliograph.receipts.Wanted;
import io.heliograph.receipts.Wish;
import io.heliograph.reports.Reports;
import io.heliograph.smpp.ReceiptState;
import io.heliograph.smpp.WireAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is older than its tenant keeps it goes, and the books still add up. */
@DatabaseTest
@Import(SendingTest.Line.class)
class RetentionIT {

    private static final UUID OPERATOR = RowIds.next();
    private static final int DAYS = 30;

    @Autowired
    Submissions submissions;

    @Autowired
    Messages messages;

    @Autowired
    Reports reports;

    @Autowired
    Retention retention;

    @Autowired
    Forgetting forgetting;

    @Autowired
    Receipts receipts;

    @Autowired
    Transactions transactions;

    @Autowired
    Wallets wallets;

    @Autowired
    PriceLists prices;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    Proof proof;

    @Autowired
    JdbcClient database;

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
        accounts.save(SendingTest.account(RowIds.next(), oneS2u.baseUrl()));
    }

    @AfterEach
    void proveTheLedger() {
        accounts.all().forEach(each -> accounts.stop(each.id()));
        oneS2u.close();
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void deletesWhatIsTooOldWithItsReportsAndKeepsItsSums() {
        oneS2u.answers(sent -> sent.numbers().contains("447700900003")
                ? "0041"
                : "OK: x-" + sent.numbers().getFirst());
        UUID old = accept("Old", List.of("447700900001", "447700900003"), 2);
        UUID young = accept("Young", List.of("447700900005"), 1);
        Message delivered = of(old).stream()
                .filter(message -> message.state() == MessageState.SUBMITTED)
                .findFirst()
                .orElseThrow();
        reports.receive(
                accounts.all().getFirst().dlrToken(),
                "application/x-www-form-urlencoded",
                ("msisdn=447700900001&source=Alpine&sms_id=x-447700900001&sent_date=11/23/2026 10:00:00 AM"
                                + "&response=DELIVRD")
                        .getBytes(StandardCharsets.UTF_8),
                "127.0.0.1");
        age(old, DAYS + 1);
        age(young, DAYS - 1);
        retention.keepFor(alice, DAYS);

        forgetting.run();

        assertThat(messages.page(alice, MessageFilter.all(), null, 10))
                .singleElement()
                .satisfies(left -> assertThat(left.text()).isEqualTo("Young"));
        assertThat(reports.of(alice, delivered.id())).isEmpty();
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(97));
    }

    @Test
    void deletesTheIdsOfAnAnswerThatHadAnotherNumberOfThem() {
        oneS2u.answers(_ -> "OK: " + alice + "-1," + alice + "-2");
        UUID old = accept("Old", List.of("447700900011", "447700900012", "447700900013"), 3);
        assertThat(of(old)).extracting(Message::providerMessageId).containsOnlyNulls();
        assertThat(correlations()).isEqualTo(6);
        age(old, DAYS + 1);
        retention.keepFor(alice, DAYS);

        forgetting.run();

        assertThat(of(old)).isEmpty();
        assertThat(correlations()).isZero();
    }

    private long correlations() {
        return database.sql("SELECT COUNT(*) FROM messages_correlation WHERE tenant_id = ?")
                .param(RowIds.bytes(alice))
                .query(Long.class)
                .single();
    }

    @Test
    void deletesWhatSmppSystemsWereToldOfWhatGoes() {
        UUID old = RowIds.next();
        UUID young = RowIds.next();
        Instant now = Instant.now();
        transactions.run(() -> {
            receipts.want(List.of(wish(old), wish(young)));
            receipts.settled(List.of(
                    new Settled(alice, old, ReceiptState.DELIVRD, now, now),
                    new Settled(alice, young, ReceiptState.DELIVRD, now, now)));
        });

        transactions.run(() -> receipts.forget(alice, List.of(old)));

        assertThat(receipts.find(alice, old)).isEmpty();
        assertThat(receipts.find(alice, young)).isPresent();
        assertThat(receipts.count(alice, now.minusSeconds(1), now.plusSeconds(1)))
                .isOne();
    }

    @Test
    void keepsWhatIsUncertainAndEverythingOfWhoKeepsForGood() {
        oneS2u.answers(_ -> null);
        UUID uncertain = accept("Hello", List.of("447700900006"), 1);
        assertThat(of(uncertain)).extracting(Message::state).containsExactly(MessageState.UNCERTAIN);
        age(uncertain, DAYS + 1);
        retention.keepFor(alice, DAYS);

        forgetting.run();

        assertThat(messages.page(alice, MessageFilter.all(), null, 10)).hasSize(1);
        retention.keepForGood(alice);
        assertThat(retention.days(alice)).isEmpty();
    }

    private Wish wish(UUID id) {
        WireAddress address = new WireAddress((byte) 1, (byte) 1, "447700900001");
        return new Wish(alice, id, id, RowIds.next(), Wanted.ALL, address, address);
    }

    private UUID accept(String text, List<String> numbers, int settled) {
        SubmissionResult result = submissions.accept(
                new SubmissionRequest(alice, Channel.REST, null, null, "Alpine", text, numbers, null));
        UUID id = ((SubmissionResult.Accepted) result).submissionId();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> of(id).stream()
                                .filter(message -> message.state() != MessageState.QUEUED
                                        && message.state() != MessageState.SUBMITTING)
                                .count()
                        == settled);
        return id;
    }

    private List<Message> of(UUID submissionId) {
        return messages.page(alice, MessageFilter.all(), null, 10).stream()
                .filter(message -> message.submissionId().equals(submissionId))
                .toList();
    }

    /** Ids tell when a submission was accepted, so an older one has a lower id. */
    private void age(UUID submissionId, int days) {
        byte[] older = RowIds.bytes(RowIds.lowest(Instant.now().minus(Duration.ofDays(days))));
        database.sql("UPDATE messages_message SET submission_id = ? WHERE submission_id = ?")
                .params(older, RowIds.bytes(submissionId))
                .update();
        database.sql("UPDATE messages_submission SET id = ? WHERE id = ?")
                .params(older, RowIds.bytes(submissionId))
                .update();
    }
}
