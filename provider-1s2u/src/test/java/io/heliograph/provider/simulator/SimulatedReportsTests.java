package io.heliograph.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.provider.DeliveryReport;
import io.heliograph.provider.OneS2uClient;
import io.heliograph.provider.ReportedState;
import io.heliograph.provider.Submit;
import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Rejected;
import io.heliograph.provider.SubmitResult.Submitted;
import io.heliograph.provider.SubmitResult.Uncertain;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.provider.Upstream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Client, simulator and callback together: what becomes of each magic number. */
@Timeout(30)
class SimulatedReportsTests {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATER = Duration.ofMillis(400);
    private static final SimulatorOptions OPTIONS = SimulatorOptions.standard("alice", "secret")
            .withTiming(new SimulatorOptions.Timing(SOON, LATER, Duration.ofSeconds(20), List.of(SOON, SOON)));

    private final OneS2uClient client = new OneS2uClient();
    private final CallbackServer callback = new CallbackServer();
    private Simulator simulator = Simulator.start(OPTIONS);

    @BeforeEach
    void register() {
        assertThat(simulator.register(callback.uri())).isTrue();
        callback.requests().clear();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
        callback.close();
    }

    @ParameterizedTest
    @CsvSource({"447700900123, DELIVRD", "447700900001, UNDELIV", "447700900002, EXPIRED", "447700900005, DELIVRD"})
    void reportsOnce(String msisdn, ReportedState state) {
        String id = idOf(submitUntilTaken(msisdn));

        awaitReports(1);

        DeliveryReport report = callback.reports().getFirst();
        assertThat(report.msisdn()).isEqualTo(msisdn);
        assertThat(report.smsId()).isEqualTo(id);
        assertThat(report.source()).isEqualTo("Shop");
        assertThat(report.state()).isEqualTo(state);
        assertThat(report.sentAt()).isBetween(Instant.now().minusSeconds(30), Instant.now());
        assertThat(simulator.reports()).extracting(PostedReport::status).containsExactly(200);
    }

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

    @Test
    void reportsThreeTimes() {
        submit("447700900008");

        awaitReports(3);
        assertThat(callback.reports()).extracting(DeliveryReport::state).containsOnly(ReportedState.DELIVRD);
        assertThat(callback.reports()).extracting(DeliveryReport::smsId).containsOnly(idOfSent());
    }

    @Test
    void reportsBeforeTheAnswer() {
        String id = idOf(submit("447700900009"));

        assertThat(callback.reports()).extracting(DeliveryReport::smsId).containsExactly(id);
    }

    @Test
    void reportsDeliveredAfterUndelivered() {
        submit("447700900010");

        awaitReports(2);
        assertThat(callback.reports())
                .extracting(DeliveryReport::state)
                .containsExactly(ReportedState.UNDELIV, ReportedState.DELIVRD);
    }

    @Test
    void reportsLate() {
        Instant before = Instant.now();
        submit("447700900011");

        awaitReports(1);
        assertThat(Duration.between(before, simulator.reports().getFirst().at()))
                .isGreaterThanOrEqualTo(LATER);
    }

    @Test
    void reportsEachNumberOfARequest() {
        String id = idOf(client.submit(
                upstream(Duration.ofSeconds(10)), new Submit("Shop", "Hi", List.of("447700900123", "447700900001"))));

        awaitReports(2);
        assertThat(callback.reports()).extracting(DeliveryReport::smsId).containsOnly(id);
        assertThat(callback.reports().stream()
                        .collect(Collectors.toMap(DeliveryReport::msisdn, DeliveryReport::response)))
                .isEqualTo(Map.of("447700900123", "DELIVRD", "447700900001", "UNDELIV"));
    }

    @ParameterizedTest
    @CsvSource({
        "FORM, AMERICAN",
        "FORM, ISO",
        "FORM, PLAIN",
        "FORM, DIGITS",
        "FORM, EPOCH_SECONDS",
        "JSON, AMERICAN",
        "JSON_ARRAY, ISO",
        "MULTIPART, PLAIN"
    })
    void d1AndD3(ReportForm form, DateForm date) {
        restart(OPTIONS.withForms(OPTIONS.forms().withReports(form).withDates(date)));
        assertThat(simulator.register(callback.uri())).isTrue();

        submit("447700900123");

        awaitReports(1);
        assertThat(callback.reports().getFirst().sentAt())
                .isBetween(Instant.now().minusSeconds(90), Instant.now());
        assertThat(callback.requests().getLast().contentType()).startsWith(form.contentType());
    }

    @Test
    void d1ChecksTheAddressWithGetAndHead() {
        assertThat(simulator.register(callback.uri())).isTrue();
        assertThat(callback.requests())
                .extracting(CallbackServer.Received::method)
                .containsExactly("GET", "HEAD");

        callback.answerNext(200);
        callback.answerNext(405);
        assertThat(simulator.register(callback.uri())).isFalse();
        assertThat(simulator.register(URI.create("http://127.0.0.1:1/dlr"))).isFalse();
    }

    @Test
    void postsAgainUntilItIsTaken() {
        callback.answerNext(500);
        callback.answerNext(302);

        submit("447700900123");

        awaitReports(3);
        await().untilAsserted(() ->
                assertThat(simulator.reports()).extracting(PostedReport::status).containsExactly(500, 302, 200));
    }

    @Test
    void keepsReportsForACallbackThatComesLater() {
        restart(OPTIONS.withTiming(
                new SimulatorOptions.Timing(Duration.ZERO, LATER, LATER, List.of(SOON, Duration.ofMillis(500)))));
        submit("447700900123");
        await().until(() -> simulator.reports().size() == 2);

        assertThat(simulator.register(callback.uri())).isTrue();

        awaitReports(1);
    }

    @Test
    void reportsWhatATestSays() {
        submit("447700900007", Duration.ofMillis(200));

        simulator.report(simulator.sent().getFirst(), ReportedState.REJECTD);

        awaitReports(1);
        assertThat(callback.reports().getFirst().state()).isEqualTo(ReportedState.REJECTD);
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

    private void restart(SimulatorOptions options) {
        simulator.close();
        simulator = Simulator.start(options);
    }

    private void awaitReports(int count) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> callback.reports().size() >= count
                        && simulator.reports().size() >= count);
        assertThat(callback.reports()).hasSize(count);
    }

    private SubmitResult submitUntilTaken(String msisdn) {
        SubmitResult result = submit(msisdn);
        while (result instanceof NotSent) {
            result = submit(msisdn);
        }
        return result;
    }

    private SubmitResult submit(String msisdn) {
        return submit(msisdn, Duration.ofSeconds(10));
    }

    private SubmitResult submit(String msisdn, Duration timeout) {
        return client.submit(upstream(timeout), new Submit("Shop", "Hi", List.of(msisdn)));
    }

    private Upstream upstream(Duration timeout) {
        return new Upstream(simulator.baseUrl(), "alice", "secret", UnicodeForm.UTF_8, timeout);
    }

    private String idOfSent() {
        return simulator.sent().getLast().id();
    }

    private static String idOf(SubmitResult result) {
        assertThat(result).isInstanceOf(Submitted.class);
        return ((Submitted) result).ids().getFirst();
    }
}
