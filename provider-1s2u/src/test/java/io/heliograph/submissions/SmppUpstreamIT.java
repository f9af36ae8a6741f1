package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.provider.simulator.SentMessage;
import io.heliograph.provider.simulator.Simulator;
import io.heliograph.provider.simulator.SimulatorOptions;
import io.heliograph.reports.Report;
import io.heliograph.reports.ReportOutcome;
import io.heliograph.reports.Reports;
import io.heliograph.upstream.Transport;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line to a 1s2u that speaks SMPP: every rule of contract S9 in its words. */
class SmppUpstreamIT extends SmppUpstreamTest {

    private static final SimulatorOptions STANDARD = SimulatorOptions.standard("user", "secret");

    @Autowired
    Reports reports;

    @AutoClose
    private final Simulator oneS2u =
            Simulator.start(STANDARD.withLimits(STANDARD.limits().withRequestsPerSecond(0))
                    .withTiming(new SimulatorOptions.Timing(
                            Duration.ofMillis(300),
                            Duration.ofSeconds(2),
                            Duration.ofMinutes(2),
                            List.of(Duration.ofSeconds(1)))));

    @BeforeEach
    void openTheAccount() {
        open(oneS2u.baseUrl(), "user", "secret", 15, Duration.ofSeconds(3));
    }

    @Test
    void sendsTheSameTextInTheSamePartsAsByHttpAndFoldsTheirReports() {
        use(Transport.SMPP, oneS2u.smppPort(), 2, 10);
        List<String> texts =
                List.of("Hello [€]", "x".repeat(700), "\u0645\u0631\u062D\u0628\u0627", "\uD83D\uDE00".repeat(60));

        for (int i = 0; i < texts.size(); i++) {
            accept(texts.get(i), "44770090030" + i);
        }

        awaitStates(MessageState.DELIVERED, 4);
        assertThat(all()).allSatisfy(message -> {
            SentMessage sent = oneS2u.sentTo(message.msisdn()).getFirst();
            assertThat(sent.text()).isEqualTo(message.text());
            assertThat(sent.segments()).isEqualTo(message.segments());
            assertThat(sent.sender()).isEqualTo("Alice");
        });
        assertThat(oneS2u.sent()).hasSize(4);
        assertThat(byHttp()).isZero();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(upstreams.sessionsOf(account))
                        .hasSize(2)
                        .allMatch(session -> session.boundAt() != null));
    }

    @Test
    void doesWhatEachAnswerAsksFor() {
        use(Transport.SMPP, oneS2u.smppPort(), 1, 10);

        accept("Hello", "447700900001");
        accept("Hello", "447700900003");
        accept("Hello", "447700900004");
        accept("Hello", "447700900005");
        accept("Hello", "447700900006");
        accept("Hello", "447700900009");
        accept("Hello", "447700900010");

        awaitState("447700900001", MessageState.UNDELIVERED);
        awaitState("447700900003", MessageState.REFUSED);
        awaitState("447700900004", MessageState.REFUSED);
        awaitState("447700900005", MessageState.DELIVERED);
        awaitState("447700900006", MessageState.DELIVERED);
        awaitState("447700900009", MessageState.DELIVERED);
        awaitState("447700900010", MessageState.UNDELIVERED);
        assertThat(message("447700900003").reason()).isEqualTo("0041");
        assertThat(oneS2u.sentTo("447700900006")).hasSize(1);
    }

    @Test
    void neverSendsTwiceWhatWasInTheWindowWhenTheSessionBroke() {
        use(Transport.SMPP, oneS2u.smppPort(), 1, 50);
        awaitSession();
        List<String> silent = IntStream.range(0, 50)
                .mapToObj(i -> "4477%04d0007".formatted(i))
                .toList();
        silent.forEach(number -> accept("Into the window", number));
        await().atMost(SOON).until(() -> oneS2u.sent().size() == 50);

        oneS2u.cutSmpp();
        accept("After the cut", "447700900399");

        awaitStates(MessageState.UNCERTAIN, 50);
        awaitState("447700900399", MessageState.DELIVERED);
        assertThat(oneS2u.sent()).hasSize(51).extracting(SentMessage::msisdn).doesNotHaveDuplicates();
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(949));
    }

    @Test
    void doesNotTakeForDeliveredWhatLeftInPart() {
        use(Transport.SMPP, oneS2u.smppPort(), 1, 10);

        accept("x".repeat(700), "447700900006");

        awaitState("447700900006", MessageState.UNCERTAIN);
        Message cut = message("447700900006");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reports.of(alice, cut.id()))
                        .extracting(Report::outcome)
                        .containsExactly(ReportOutcome.NOTED));
        assertThat(message("447700900006").state()).isEqualTo(MessageState.UNCERTAIN);
    }

    @Test
    void keepsTheQueueWhileNobodyIsThere() {
        use(Transport.SMPP, 1, 1, 10);
        accept("Hello", "447700900398");
        await().atMost(SOON)
                .until(() -> upstreams.sessionsOf(account).stream().anyMatch(one -> one.lastError() != null));
        assertThat(message("447700900398").state()).isIn(MessageState.QUEUED, MessageState.SUBMITTING);

        use(Transport.SMPP, oneS2u.smppPort(), 1, 10);

        awaitState("447700900398", MessageState.DELIVERED);
    }

    @Test
    void standsInWhileHttpIsAway() {
        use(Transport.HTTP_THEN_SMPP, oneS2u.smppPort(), 1, 10);
        awaitSession();
        accept("By HTTP", "447700900397");
        await().atMost(SOON).until(() -> byHttp() == 1);
        open("http://127.0.0.1:1", "user", "secret", 1, Duration.ofSeconds(3));

        accept("By SMPP", "447700900396");

        awaitState("447700900396", MessageState.DELIVERED);
        assertThat(byHttp()).isEqualTo(1);
    }

    private long byHttp() {
        return oneS2u.requests().stream()
                .filter(request -> request.path().equals("/bulksms"))
                .count();
    }

    private void awaitState(String number, MessageState state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(message(number).state()).isEqualTo(state));
    }

    private Message message(String number) {
        return all().stream()
                .filter(one -> one.msisdn().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
