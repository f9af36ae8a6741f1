package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.reports.ReportOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole line below the portal: accepted, charged, sent to a 1s2u, reported. */
class SendingIT extends SendingTest {

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
}
