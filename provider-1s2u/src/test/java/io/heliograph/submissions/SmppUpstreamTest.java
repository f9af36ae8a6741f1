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
import io.heliograph.provider.smpp.IdForm;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.upstream.SmppSettings;
import io.heliograph.upstream.Transport;
import io.heliograph.upstream.Upstreams;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Alice, a customer with credits, and an account of a line by SMPP; after each test the ledger is proved. */
@DatabaseTest
@Import(SendingTest.Line.class)
abstract class SmppUpstreamTest {

    static final UUID OPERATOR = RowIds.next();
    static final Duration SOON = Duration.ofSeconds(30);
    static final long CREDITS = 1_000;

    @Autowired
    Submissions submissions;

    @Autowired
    Messages messages;

    @Autowired
    Wallets wallets;

    @Autowired
    PriceLists prices;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    Upstreams upstreams;

    @Autowired
    Proof proof;

    final UUID alice = RowIds.next();
    final UUID account = RowIds.next();

    @BeforeEach
    void openForBusiness() {
        wallets.open(OPERATOR, null);
        wallets.open(alice, OPERATOR);
        prices.set(OPERATOR, null, Product.SMS, "", Credits.of(1), null);
        wallets.allocate(OPERATOR, alice, Credits.of(CREDITS), "first", null, null);
    }

    @AfterEach
    void proveTheLedger() {
        accounts.all().forEach(one -> accounts.stop(one.id()));
        upstreams.save(account, SmppSettings.NONE);
        assertThat(proof.run().differences()).isEmpty();
    }

    /** Saves the account, for a line that answers within this time. */
    void open(String baseUrl, String name, String password, int numbersPerRequest, Duration timeout) {
        accounts.save(new ProviderAccount(
                account,
                "test",
                baseUrl,
                name,
                password,
                account.toString(),
                List.of(),
                1_000,
                60,
                numbersPerRequest,
                UnicodeForm.UTF_8,
                timeout,
                Duration.ofHours(24),
                null));
    }

    /** Sends by SMPP on this machine. */
    void use(Transport transport, int port, int sessions, int window) {
        upstreams.save(
                account, new SmppSettings(transport, "127.0.0.1", port, false, sessions, window, 1_000, IdForm.SAME));
    }

    void awaitSession() {
        await().atMost(SOON).until(() -> upstreams.sessionsOf(account).stream().anyMatch(one -> one.boundAt() != null));
    }

    void accept(String text, String number) {
        SubmissionResult result = submissions.accept(
                new SubmissionRequest(alice, Channel.BULKSMS, null, null, "Alice", text, List.of(number), null));
        assertThat(result).isInstanceOf(SubmissionResult.Accepted.class);
    }

    void awaitStates(MessageState state, int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(all())
                        .filteredOn(message -> message.state() == state)
                        .hasSize(count));
    }

    List<Message> all() {
        return messages.page(alice, MessageFilter.all(), null, 100);
    }
}
