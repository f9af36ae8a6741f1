package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What leaves the portal for each call, and what each answer of 1s2u does (contract S2, S4, S6, S9). */
class OtherProviderSendingIT extends LineTest {

    @Test
    void sendsOneRequestForFifteenNumbersAndDropsRepeats() {
        List<String> numbers = Stream.generate(LineTest::number).limit(15).toList();
        String twice = String.join(",", numbers) + "," + numbers.getFirst() + "," + numbers.getLast();

        portal.accepted(alice, twice, "One for all");

        numbers.forEach(number -> awaitState(alice, number, MessageState.SUBMITTED));
        List<FakeOneS2u.Sent> requests = ONE_S2U.sentTo(numbers.getFirst());
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst().numbers()).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(requests.getFirst().fields().get("username")).contains(FakeOneS2u.USERNAME);
        assertThat(requests.getFirst().fields().get("password")).contains(FakeOneS2u.PASSWORD);
        assertThat(balance(alice)).isEqualTo(Credits.of(85));
    }

    @Test
    void derivesTheTypeFromTheTextWhateverTheCallerSays() {
        String arabic = number();
        String english = number();

        portal.accepted(alice, arabic, "مرحبا");
        var call = Calls.sending(alice, english, "Hello [€]");
        call.put("mt", "1");
        portal.bulksms(call);

        upstreamId(arabic);
        upstreamId(english);
        assertThat(ONE_S2U.sentTo(arabic).getFirst().type()).isEqualTo("1");
        assertThat(ONE_S2U.sentTo(arabic).getFirst().text()).isEqualTo("مرحبا");
        assertThat(ONE_S2U.sentTo(english).getFirst().type()).isEqualTo("0");
        assertThat(ONE_S2U.sentTo(english).getFirst().text()).isEqualTo("Hello [€]");
    }

    @Test
    void refundsTheOneNumberThatIsRefusedAndSendsTheOthers() {
        String good = number();
        String bad = number();
        ONE_S2U.answers(bad, _ -> "0041");

        portal.accepted(alice, good + "," + bad, "Hello");

        awaitState(alice, good, MessageState.SUBMITTED);
        awaitState(alice, bad, MessageState.REFUSED);
        assertThat(balance(alice)).isEqualTo(Credits.of(99));
        assertThat(messagesOf(alice)).filteredOn(Message::isRefunded).hasSize(1);
    }

    @Test
    void refundsWhatIsRefusedForItsTextOrSender() {
        String text = number();
        String sender = number();
        ONE_S2U.answers(text, _ -> "ERR: 0050");
        ONE_S2U.answers(sender, _ -> "0030");

        portal.accepted(alice, text, "Hello text");
        portal.accepted(alice, sender, "Hello sender");

        awaitState(alice, text, MessageState.REFUSED);
        awaitState(alice, sender, MessageState.REFUSED);
        assertThat(balance(alice)).isEqualTo(Credits.of(100));
        assertThat(ONE_S2U.sentTo(text)).hasSize(1);
    }

    @Test
    void neverSendsAnUnansweredRequestAgainAndKeepsItsCharge() {
        String silent = number();
        ONE_S2U.answers(silent, _ -> null);

        portal.accepted(alice, silent, "Was this sent?");

        awaitState(alice, silent, MessageState.UNCERTAIN);
        // A second message that goes out proves that the queue has been gone through since.
        String later = number();
        portal.accepted(alice, later, "Later");
        awaitState(alice, later, MessageState.SUBMITTED);
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> ONE_S2U.sentTo(silent).size() == 1);
        assertThat(balance(alice)).isEqualTo(Credits.of(98));
    }

    @Test
    void settlesAnUnansweredRequestByItsReport() {
        String silent = number();
        ONE_S2U.answers(silent, _ -> null);
        portal.accepted(alice, silent, "Was this sent?");
        awaitState(alice, silent, MessageState.UNCERTAIN);

        reports("an-id-that-nobody-told", silent, "DELIVRD");

        awaitState(alice, silent, MessageState.DELIVERED);
        assertThat(balance(alice)).isEqualTo(Credits.of(99));
    }

    @Test
    void triesAgainWhile1s2uIsUnavailableUntilItGoes() {
        String number = number();
        AtomicInteger calls = new AtomicInteger();
        ONE_S2U.answers(number, sent -> calls.incrementAndGet() < 3 ? "0000" : sent.id());

        portal.accepted(alice, number, "At last");

        awaitState(alice, number, MessageState.SUBMITTED);
        assertThat(ONE_S2U.sentTo(number)).hasSize(3);
        assertThat(balance(alice)).isEqualTo(Credits.of(99));
    }

    @Test
    void takesAnAnswerWithAnIdForEachNumber() {
        String one = number();
        String two = number();
        ONE_S2U.answers(
                one,
                sent -> "OK: a-" + sent.numbers().getFirst() + ", OK: a-"
                        + sent.numbers().getLast());

        portal.accepted(alice, one + "," + two, "Two ids");
        awaitState(alice, two, MessageState.SUBMITTED);
        reports("a-" + two, two, "DELIVRD");

        awaitState(alice, two, MessageState.DELIVERED);
        awaitState(alice, one, MessageState.SUBMITTED);
    }
}
