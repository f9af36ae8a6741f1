package io.heliograph.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportsTests {

    private static final Instant RECEIVED_AT = Instant.parse("2026-11-23T05:20:30.123Z");
    private static final String FORM = "msisdn=447700900123&source=%2BShop+%C3%89&sms_id=3fd23425-6edb"
            + "&sent_date=11%2F23%2F2026+5%3A20%3A15+AM&response=DELIVRD";
    private static final DeliveryReport DELIVERED = new DeliveryReport(
            "447700900123",
            "+Shop É",
            "3fd23425-6edb",
            "11/23/2026 5:20:15 AM",
            "DELIVRD",
            Instant.parse("2026-11-23T05:20:15Z"),
            ReportedState.DELIVRD);
    private static final String JSON = """
            {"msisdn": 447700900123, "source": "+Shop É", "sms_id": "3fd23425-6edb",
             "sent_date": "11/23/2026 5:20:15 AM", "response": "DELIVRD", "more": {"a": [1]}, "none": null}""";

    static Stream<Arguments> d1() {
        String multipart = """
                --xyz
                Content-Disposition: form-data; name="msisdn"

                447700900123
                --xyz
                Content-Disposition: form-data; name="source"
                Content-Type: text/plain; charset=UTF-8

                +Shop É
                --xyz
                content-disposition: form-data; name=sms_id

                3fd23425-6edb
                --xyz
                Content-Disposition: form-data; name="sent_date"

                11/23/2026 5:20:15 AM
                --xyz
                Content-Disposition: form-data; name="response"

                DELIVRD
                --xyz--
                """;
        return Stream.of(
                Arguments.of("application/x-www-form-urlencoded", FORM),
                Arguments.of("application/x-www-form-urlencoded; charset=UTF-8", FORM),
                Arguments.of(null, FORM),
                Arguments.of("text/plain", FORM),
                Arguments.of("nonsense; charset=nonsense", FORM),
                Arguments.of(null, FORM.replace("msisdn", "MSISDN").replace("sms_id", "Sms_Id")),
                Arguments.of(null, FORM.replace("447700900123", "%2B447700900123")),
                Arguments.of("application/json", JSON),
                Arguments.of(null, "\uFEFF\n " + JSON),
                Arguments.of("application/x-www-form-urlencoded", JSON),
                Arguments.of(null, JSON.replace("response", "RESPONSE").replace("msisdn", "Msisdn")),
                Arguments.of("application/json", "[" + JSON + "]"),
                Arguments.of("application/json", "[null, 1, [], {}, " + JSON + ", {\"sms_id\": \"\"}]"),
                Arguments.of("multipart/form-data; boundary=xyz", multipart),
                Arguments.of("multipart/form-data; boundary=\"xyz\"", multipart.replace("\n", "\r\n")),
                Arguments.of(null, multipart));
    }

    @ParameterizedTest
    @MethodSource("d1")
    void d1ReadsEveryForm(@Nullable String contentType, String body) {
        assertThat(parse(contentType, body)).containsExactly(DELIVERED);
    }

    @Test
    void d1ReadsSeveralInOrder() {
        String two = "[" + JSON + "," + JSON.replace("DELIVRD", "EXPIRED").replace("3fd", "4fd") + "]";

        assertThat(parse("application/json", two))
                .extracting(DeliveryReport::smsId, DeliveryReport::state)
                .containsExactly(
                        tuple("3fd23425-6edb", ReportedState.DELIVRD), tuple("4fd23425-6edb", ReportedState.EXPIRED));
    }

    @Test
    void d1ReadsTheCharsetOfTheHeader() {
        byte[] body = "sms_id=1&source=Caf\u00E9".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DeliveryReports.parse("application/x-www-form-urlencoded; charset=ISO-8859-1", body, RECEIVED_AT))
                .extracting(DeliveryReport::source)
                .containsExactly("Café");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "hello",
                "a=b&c=d",
                "sms_id=&msisdn=&response=DELIVRD",
                "sms_id=%zz",
                "{",
                "{}",
                "[]",
                "[1]",
                "{\"sms_id\": \"1\"",
                "[[[[[[[[[[[[1]]]]]]]]]]]]",
                "--x\r\nnothing\r\n--x--",
                "<xml/>"
            })
    void d1RefusesABodyInNoKnownForm(String body) {
        assertThatExceptionOfType(UnreadableReportException.class).isThrownBy(() -> parse(null, body));
    }

    @Test
    void d1BoundsTheBody() {
        String form = "sms_id=1&source=";
        String longest = form + "a".repeat(DeliveryReports.MAX_BODY_BYTES - form.length());

        assertThat(parse(null, longest)).extracting(DeliveryReport::source).containsExactly("a".repeat(40));
        assertThatExceptionOfType(UnreadableReportException.class).isThrownBy(() -> parse(null, longest + "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVRD, true",
        "delivrd, DELIVRD, true",
        "UNDELIV, UNDELIV, true",
        "EXPIRED, EXPIRED, true",
        "REJECTD, REJECTD, true",
        "DELETED, DELETED, true",
        "ACCEPTD, ACCEPTD, false",
        "ENROUTE, ENROUTE, false",
        "UNKNOWN, UNKNOWN, false"
    })
    void d2UnderstandsTheSmppSet(String response, ReportedState state, boolean isFinal) {
        DeliveryReport report = parse(null, "sms_id=1&response=" + response).getFirst();

        assertThat(report.state()).isEqualTo(state);
        assertThat(state.isFinal()).isEqualTo(isFinal);
        assertThat(report.response()).isEqualTo(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELIVERED", "0", "SKIPPED", ""})
    void d2KeepsAnyOtherValueAsItCame(String response) {
        DeliveryReport report = parse(null, "sms_id=1&response=" + response).getFirst();

        assertThat(report.response()).isEqualTo(response);
        assertThat(report.state()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "11/23/2026 5:20:15 AM, 2026-11-23T05:20:15Z",
        "11/23/2026 5:20:15 pm, 2026-11-23T17:20:15Z",
        "11/23/2026 12:00:00 AM, 2026-11-23T00:00:00Z",
        "1/2/2026 12:05:09 PM, 2026-01-02T12:05:09Z",
        "01/02/2026 02:05:09 PM, 2026-01-02T14:05:09Z",
        "2026-11-23T05:20:15Z, 2026-11-23T05:20:15Z",
        "2026-11-23T05:20:15.5Z, 2026-11-23T05:20:15.500Z",
        "2026-11-23T07:20:15+02:00, 2026-11-23T05:20:15Z",
        "2026-11-23T07:20:15+0200, 2026-11-23T05:20:15Z",
        "2026-11-23T05:20:15, 2026-11-23T05:20:15Z",
        "2026-11-23T05:20, 2026-11-23T05:20:00Z",
        "2026-11-23 05:20:15, 2026-11-23T05:20:15Z",
        "2026-11-23 05:20:15.250, 2026-11-23T05:20:15.250Z",
        "2611230520, 2026-11-23T05:20:00Z",
        "1795411215, 2026-11-23T05:20:15Z",
        "999999999, 2001-09-09T01:46:39Z"
    })
    void d3ReadsDates(String sentDate, Instant sentAt) {
        DeliveryReport report = parse(null, "{\"sms_id\":\"1\",\"sent_date\":\"" + sentDate + "\"}")
                .getFirst();

        assertThat(report.sentAt()).isEqualTo(sentAt);
        assertThat(report.sentDate()).isEqualTo(sentDate);
    }

    @Test
    void d3TakesTheCloserReadingOfTenDigits() {
        String digits = "1801010101";
        Instant seconds = Instant.ofEpochSecond(1_801_010_101L);
        Instant written = Instant.parse("2018-01-01T01:01:00Z");

        assertThat(SentDates.parse(digits, seconds.plusSeconds(5))).contains(seconds);
        assertThat(SentDates.parse(digits, written.plusSeconds(5))).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "13/23/2026 5:20:15 AM",
                "11/23/2026 13:20:15 AM",
                "23.11.2026 05:20",
                "1/1/0001 12:00:00 AM",
                "9999-12-31T23:59:59Z",
                "12345"
            })
    void d3TakesTheTimeOfReceiptForAnythingElse(String sentDate) {
        DeliveryReport report = parse(null, "{\"sms_id\":\"1\",\"sent_date\":\"" + sentDate + "\"}")
                .getFirst();

        assertThat(report.sentAt()).isEqualTo(RECEIVED_AT);
        assertThat(report.sentDate()).isEqualTo(sentDate);
    }

    @Test
    void cutsOverlongFieldsBetweenCharacters() {
        DeliveryReport report = parse(null, "sms_id=" + "1".repeat(81) + "&response=" + "😀".repeat(41))
                .getFirst();

        assertThat(report.smsId()).hasSize(80);
        assertThat(report.response()).isEqualTo("😀".repeat(40));
    }

    @Test
    void writesItsDateAs1s2uDoes() {
        DeliveryReport report = DeliveryReport.of(
                "447700900123", "+Shop É", "3fd23425-6edb", "DELIVRD", Instant.parse("2026-11-23T05:20:15.987Z"));

        assertThat(report.sentDate()).isEqualTo(DELIVERED.sentDate());
        assertThat(report.state()).isEqualTo(ReportedState.DELIVRD);
    }

    private static List<DeliveryReport> parse(@Nullable String contentType, String body) {
        Charset charset = StandardCharsets.UTF_8;
        return DeliveryReports.parse(contentType, body.getBytes(charset), RECEIVED_AT);
    }
}
