package io.heliograph.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.provider.DeliveryReport;
import io.heliograph.provider.ReportedState;
import io.heliograph.provider.Submit;
import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Submitted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Client, simulator and callback together: when and how reports come. */
class SimulatedReportsTests extends SimulatedCallbackTest {

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

    private SubmitResult submitUntilTaken(String msisdn) {
        SubmitResult result = submit(msisdn);
        while (result instanceof NotSent) {
            result = submit(msisdn);
        }
        return result;
    }

    private String idOfSent() {
        return simulator.sent().getLast().id();
    }

    private static String idOf(SubmitResult result) {
        assertThat(result).isInstanceOf(Submitted.class);
        return ((Submitted) result).ids().getFirst();
    }
}
