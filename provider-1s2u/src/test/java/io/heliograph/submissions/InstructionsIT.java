package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.dispatch.Queue;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Instructions;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Messages with a time, a validity and data of their own. */
@DatabaseTest
@Import(SendingTest.Line.class)
class InstructionsIT {

    @Autowired
    Submissions submissions;

    @Autowired
    Messages messages;

    @Autowired
    Queue queue;

    @Autowired
    Wallets wallets;

    @Autowired
    PriceLists prices;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    Proof proof;

    private final FakeOneS2u oneS2u = new FakeOneS2u();
    private final UUID operator = RowIds.next();
    private final UUID alice = RowIds.next();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @BeforeEach
    void openForBusiness() {
        wallets.open(operator, null);
        wallets.open(alice, operator);
        prices.set(operator, null, Product.SMS, "", Credits.of(1), null);
        wallets.allocate(operator, alice, Credits.of(10), "first", null, null);
        accounts.save(SendingTest.account(RowIds.next(), oneS2u.baseUrl()));
    }

    @AfterEach
    void proveTheLedger() {
        accounts.all().forEach(account -> accounts.stop(account.id()));
        oneS2u.close();
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void sendsAtItsTimeAndNotBefore() {
        accept(new Instructions(now.plusSeconds(2), null, null));

        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(9));
        awaitState(MessageState.SUBMITTED);
        assertThat(only().submittedAt()).isAfterOrEqualTo(now.plusSeconds(2));
        assertThat(oneS2u.sent()).hasSize(1);
    }

    @Test
    void givesTheCreditsOfAScheduledMessageBackWhenItIsCancelled() {
        accept(new Instructions(now.plus(Duration.ofDays(90)), null, null));

        boolean cancelled = queue.cancel(alice, only().id(), alice);

        assertThat(cancelled).isTrue();
        assertThat(only().state()).isEqualTo(MessageState.CANCELLED);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(10));
        assertThat(queue.cancel(alice, only().id(), alice)).isFalse();
    }

    @Test
    void refundsWhatCouldNotBeSentInTime() {
        accounts.all().forEach(account -> accounts.stop(account.id()));
        accept(new Instructions(null, now.plusSeconds(1), null));

        awaitState(MessageState.REFUSED);

        assertThat(only().reason()).isEqualTo(Message.WAITED_TOO_LONG);
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(10));
        assertThat(oneS2u.sent()).isEmpty();
    }

    @Test
    void refundsAllThatCouldNotBeSentInTimeHoweverMany() {
        accounts.all().forEach(account -> accounts.stop(account.id()));
        wallets.allocate(operator, alice, Credits.of(890), "more", null, null);
        List<String> numbers =
                IntStream.range(0, 900).mapToObj(i -> "4477009" + (10_000 + i)).toList();
        submissions.accept(
                request(null, numbers, new Instructions(null, Instant.now().plusSeconds(2), null)));
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.ZERO);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(900)));

        assertThat(oneS2u.sent()).isEmpty();
    }

    @Test
    void keepsTheDataThatCameAlong() {
        accept(new Instructions(now.plusSeconds(600), now.plusSeconds(900), "{\"order\": 4711}"));

        assertThat(only().instructions())
                .isEqualTo(new Instructions(now.plusSeconds(600), now.plusSeconds(900), "{\"order\": 4711}"));
    }

    @Test
    void refusesTimesThatCanNotBeKept() {
        Instant tooFar = now.plus(Duration.ofDays(90)).plusSeconds(60);

        assertThat(refusal(new Instructions(tooFar, null, null)))
                .isEqualTo(new Refusal.TooFarAhead(tooFar, Duration.ofDays(90)));
        assertThat(refusal(new Instructions(null, now, null))).isEqualTo(new Refusal.ExpiresTooSoon(now));
        assertThat(refusal(new Instructions(now.plusSeconds(60), now.plusSeconds(60), null)))
                .isEqualTo(new Refusal.ExpiresTooSoon(now.plusSeconds(60)));
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(10));
    }

    @Test
    void takesAnObjectOfFourKilobytesAsMetadataAndNothingElse() {
        String longest = "{\"a\":\"" + "x".repeat(Instructions.LONGEST_METADATA - 8) + "\"}";

        assertThat(new Instructions(null, null, longest).metadata()).hasSize(Instructions.LONGEST_METADATA);
        assertThatIllegalArgumentException().isThrownBy(() -> new Instructions(null, null, longest + " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Instructions(null, null, "[1]"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Instructions(null, null, "{\"a\":1} x"));
    }

    @Test
    void noticesAKeyThatComesAgainWithAnotherTime() {
        submissions.accept(request("order-1", new Instructions(now.plusSeconds(600), null, null)));

        SubmissionResult other =
                submissions.accept(request("order-1", new Instructions(now.plusSeconds(601), null, null)));

        assertThat(other).isEqualTo(new SubmissionResult.Refused(new Refusal.KeyReused("order-1")));
    }

    private void accept(Instructions instructions) {
        assertThat(submissions.accept(request(null, instructions))).isInstanceOf(SubmissionResult.Accepted.class);
    }

    private Refusal refusal(Instructions instructions) {
        return ((SubmissionResult.Refused) submissions.accept(request(null, instructions))).refusal();
    }

    private SubmissionRequest request(@Nullable String key, Instructions instructions) {
        return request(key, List.of("447700900100"), instructions);
    }

    private SubmissionRequest request(@Nullable String key, List<String> numbers, Instructions instructions) {
        return new SubmissionRequest(alice, Channel.REST, null, null, "Alice", "Hello", numbers, key, instructions);
    }

    private Message only() {
        return messages.page(alice, MessageFilter.all(), null, 10).getFirst();
    }

    private void awaitState(MessageState state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(only().state()).isEqualTo(state));
    }
}
