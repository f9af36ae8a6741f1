package io.heliograph.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.provider.DeliveryReport;
import io.heliograph.provider.Submit;
import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Rejected;
import io.heliograph.provider.SubmitResult.Submitted;
import io.heliograph.provider.SubmitResult.Uncertain;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.provider.Upstream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Client and simulator together: how magic numbers are answered, and every form of an answer. */
class SimulatedAnswersTests extends SimulatedCallbackTest {

    @ParameterizedTest
    @CsvSource({"447700900003, 0041", "447700900004, 0042"})
    void refuses(String msisdn, String code) {
        assertThat(submit(msisdn)).isEqualTo(new Rejected(code, code, false));
        assertThat(simulator.sent()).isEmpty();
    }

    @Test
    void isUnavailableTwiceThenSends() {
        assertThat(submit("447700900005")).isInstanceOf(NotSent.class);
        assertThat(submit("447700900005")).isInstanceOf(NotSent.class);
        assertThat(submit("447700900005")).isInstanceOf(Submitted.class);
        assertThat(submit("447700900005")).isInstanceOf(NotSent.class);
    }

    @Test
    void leavesWithoutAnAnswerAndReports() {
        assertThat(submit("447700900006", Duration.ofMillis(300))).isInstanceOf(Uncertain.class);

        awaitReports(1);
        assertThat(callback.reports().getFirst().smsId())
                .isEqualTo(simulator.sent().getFirst().id());
    }

    @Test
    void leavesWithoutAnAnswerAndWithoutAReport() {
        assertThat(submit("447700900007", Duration.ofMillis(300))).isInstanceOf(Uncertain.class);
        submit("447700900123");

        awaitReports(1);
        assertThat(simulator.sentTo("447700900007")).hasSize(1);
        assertThat(callback.reports()).extracting(DeliveryReport::msisdn).containsExactly("447700900123");
    }

    @Test
    void closesAnUnansweredRequestAfterItsSilence() {
        restart(OPTIONS.withTiming(new SimulatorOptions.Timing(SOON, LATER, SOON, List.of())));

        assertThat(submit("447700900006")).isInstanceOf(Uncertain.class);
    }

    @ParameterizedTest
    @EnumSource(AnswerForm.class)
    void clientReadsEveryAnswer(AnswerForm form) {
        restart(OPTIONS.withForms(OPTIONS.forms().withAnswers(form)));

        SubmitResult result = client.submit(
                upstream(Duration.ofSeconds(10)), new Submit("Shop", "Hi", List.of("447700900123", "447700900124")));

        List<String> sent =
                simulator.sent().stream().map(SentMessage::id).distinct().toList();
        assertThat(result)
                .isInstanceOfSatisfying(
                        Submitted.class, s -> assertThat(s.ids()).isEqualTo(sent));
    }

    @ParameterizedTest
    @EnumSource(RefusalForm.class)
    void clientReadsEveryRefusal(RefusalForm form) {
        restart(OPTIONS.withForms(OPTIONS.forms().withRefusals(form)));

        assertThat(submit("447700900003"))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.code()).isEqualTo("0041"));
    }

    @ParameterizedTest
    @EnumSource(UnicodeForm.class)
    void s7bTextArrives(UnicodeForm form) {
        restart(OPTIONS.withForms(OPTIONS.forms().withUnicode(form)));
        Upstream upstream = new Upstream(simulator.baseUrl(), "alice", "secret", form, Duration.ofSeconds(10));

        client.submit(upstream, new Submit("Shop", "Привет 😀\r\n+&=%", List.of("447700900123")));
        client.submit(upstream, new Submit("Shop", "€ 100%\n+&=", List.of("447700900123")));

        assertThat(simulator.sent()).extracting(SentMessage::text).containsExactly("Привет 😀\n+&=%", "€ 100%\n+&=");
    }
}
