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
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.reports.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole line below the portal, with a 1s2u of its own and one account, and Alice who has a hundred credits. */
@DatabaseTest
@Import(SendingTest.Line.class)
abstract class SendingTest {

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

    static final UUID OPERATOR = RowIds.next();

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

    final FakeOneS2u oneS2u = new FakeOneS2u();
    final UUID reseller = RowIds.next();
    final UUID alice = RowIds.next();

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

    SubmissionResult.Accepted accept(String text, List<String> numbers) {
        SubmissionResult result = submissions.accept(request(text, numbers, null));
        assertThat(result).isInstanceOf(SubmissionResult.Accepted.class);
        return (SubmissionResult.Accepted) result;
    }

    SubmissionRequest request(String text, List<String> numbers, @Nullable String key) {
        return new SubmissionRequest(alice, Channel.BULKSMS, null, null, "Alice", text, numbers, key);
    }

    void report(String id, String number, String response) {
        String body = "msisdn=" + number + "&source=Alice&sms_id=" + id + "&sent_date=11/23/2026 10:00:00 AM&response="
                + response;
        reports.receive(
                accounts.all().getFirst().dlrToken(),
                "application/x-www-form-urlencoded",
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1");
    }

    void awaitStates(MessageState state, int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messages.page(alice, MessageFilter.all(), null, 100))
                        .filteredOn(message -> message.state() == state)
                        .hasSize(count));
    }

    static List<String> numbers(int count) {
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
