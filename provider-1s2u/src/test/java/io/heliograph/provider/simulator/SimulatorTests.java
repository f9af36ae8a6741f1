package io.heliograph.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire, rule by rule. */
@Timeout(30)
class SimulatorTests {

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final SimulatorOptions STANDARD = unlimited(SimulatorOptions.standard("alice", "secret"));

    private final HttpClient http = HttpClient.newHttpClient();
    private Simulator simulator = Simulator.start(STANDARD);

    @AfterEach
    void stop() {
        simulator.close();
        http.close();
    }

    @Test
    void s1TakesAQuery() {
        assertThat(get(query("username", "alice"))).matches(UUID_FORM);
        assertThat(simulator.sent()).singleElement().satisfies(message -> {
            assertThat(message.msisdn()).isEqualTo("447700900123");
            assertThat(message.sender()).isEqualTo("Shop");
            assertThat(message.text()).isEqualTo("Hello & co");
            assertThat(message.segments()).isOne();
        });
    }

    @Test
    void s1MatchesNamesInAnyCase() {
        assertThat(get(query("", "")
                        .toUpperCase(Locale.ROOT)
                        .replace("ALICE", "alice")
                        .replace("SECRET", "secret")))
                .matches(UUID_FORM);
        assertThat(get(query("", "").replace("sid", "Sid"))).matches(UUID_FORM);
    }

    @Test
    void s1TakesAFormBodyAndBothWithTheQueryWinning() {
        assertThat(post("", query("", ""))).matches(UUID_FORM);
        assertThat(post("sid=Query&mno=447700900199", query("", ""))).matches(UUID_FORM);
        assertThat(simulator.sent().getLast().sender()).isEqualTo("Query");
        assertThat(simulator.sent().getLast().msisdn()).isEqualTo("447700900199");
    }

    @Test
    void s1TakesThePhpSample() {
        String body =
                "username=alice&password=secret&mno=447700900123&sid=Shop&sfl=0&mt=0&message=Hi&fl=0&stop_dup_id=1";

        assertThat(post("", body)).matches(UUID_FORM);
        assertThat(simulator.sent().getLast().text()).isEqualTo("Hi");
        assertThat(post("msg=Wins", body)).matches(UUID_FORM);
        assertThat(simulator.sent().getLast().text()).isEqualTo("Wins");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, false", "'', false", "00, false", "a, false"})
    void s2(String mt, boolean taken) {
        assertAnswer("mt", mt, taken ? UUID_FORM : "0051");
    }

    @Test
    void s2MissingTypeIs0051() {
        assertThat(get(query("", "").replace("&mt=0", ""))).isEqualTo("0051");
    }

    @Test
    void s2PlainTypeSendsWhateverTheTextHolds() {
        assertAnswer("msg", "я".repeat(160), UUID_FORM);
        assertThat(simulator.sent().getLast().segments()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "Heliograph1, true",
        "Heliograph12, false",
        "+Heliograph1, true",
        "123456789012345678, true",
        "1234567890123456789, false",
        "+123456789012345678, true",
        "'', false",
        "+, false"
    })
    void s3(String sender, boolean taken) {
        assertAnswer("sid", sender, taken ? UUID_FORM : "0030");
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890, true",
        "123456789, false",
        "123456789012345678, true",
        "1234567890123456789, false",
        "+447700900123, false",
        "00447700900123, false",
        "44770090012a, false",
        "'', false",
        "'447700900123,', false",
        "'447700900123,123', false",
        "'447700900123, 447700900124', true"
    })
    void s4(String numbers, boolean taken) {
        assertAnswer("mno", numbers, taken ? UUID_FORM : "0041");
    }

    @ParameterizedTest
    @CsvSource({"15, 0066, 15, true", "15, 0066, 16, false", "30, 0060, 30, true", "30, 0060, 31, false"})
    void s4Limit(int limit, String code, int count, boolean taken) {
        restart(STANDARD.withLimits(STANDARD.limits().withNumbers(limit, code)));

        assertAnswer("mno", numbers(count), taken ? UUID_FORM : code);
        assertThat(simulator.sent()).hasSize(taken ? count : 0);
    }

    @Test
    void s4DropsDuplicates() {
        assertAnswer("mno", "447700900123,447700900124,447700900123", UUID_FORM);
        assertThat(simulator.sent()).hasSize(2);
        assertThat(simulator.credits()).isEqualByComparingTo("999998");
    }

    static Stream<Arguments> s5() {
        return Stream.of(
                Arguments.of("0", "a".repeat(160), 1),
                Arguments.of("0", "a".repeat(161), 2),
                Arguments.of("0", "a".repeat(152) + "€" + "a".repeat(152), 3),
                Arguments.of("0", "a".repeat(765), 5),
                Arguments.of("0", "a".repeat(766), 0),
                Arguments.of("1", "a".repeat(70), 1),
                Arguments.of("1", "a".repeat(71), 2),
                Arguments.of("1", "я".repeat(335), 5),
                Arguments.of("1", "я".repeat(336), 0),
                Arguments.of("0", "", 0),
                Arguments.of("1", "", 0));
    }

    @ParameterizedTest
    @MethodSource("s5")
    void s5(String mt, String text, int segments) {
        assertThat(get(query("mt", mt).replace("Hello+%26+co", encode(text))))
                .matches(segments > 0 ? UUID_FORM : "0050");
        assertThat(simulator.credits()).isEqualByComparingTo(BigDecimal.valueOf(1_000_000 - segments));
    }

    @ParameterizedTest
    @CsvSource({"ID, UUID", "OK_ID, OK: UUID", "OK_ID_CLOSE, OK:UUID", "OK_ID_EACH, 'OK: UUID, OK: UUID'"})
    void s6(AnswerForm form, String answer) {
        restart(STANDARD.withForms(STANDARD.forms().withAnswers(form)));

        assertAnswer("mno", "447700900123,447700900124", answer.replace("UUID", UUID_FORM));
        assertThat(simulator.sent().stream().map(SentMessage::id).distinct())
                .hasSize(form == AnswerForm.OK_ID_EACH ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({"CODE, 0051", "ERROR_BLANK, ERROR 0051", "ERROR_COLON, ERROR: 0051", "ERR_COLON, ERR: 0051"})
    void s7(RefusalForm form, String answer) {
        restart(STANDARD.withForms(STANDARD.forms().withRefusals(form)));

        assertAnswer("mt", "7", answer);
    }

    @Test
    void s7PlainText() throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request("/bulksms?" + query("", "")).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/plain"));
    }

    @Test
    void s7MoreThanThirtyRequestsASecondAre429() {
        restart(SimulatorOptions.standard("alice", "secret"));

        long refused = IntStream.range(0, 40)
                .mapToObj(_ -> get(query("", "")))
                .filter(answer -> answer.startsWith("HTTP 429"))
                .count();

        assertThat(refused).isBetween(1L, 10L);
        assertThat(simulator.sent()).hasSize(40 - (int) refused);
    }

    @ParameterizedTest
    @CsvSource({"username, 000", "password, 000", "sid, 000", "mno, 000", "msg, 000"})
    void s7MissingParameters(String name, String code) {
        String without = Stream.of(query("", "").split("&", -1))
                .filter(pair -> !pair.startsWith(name + "="))
                .collect(Collectors.joining("&"));

        assertThat(get(without)).isEqualTo(code);
        assertThat(simulator.sent()).isEmpty();
    }

    static Stream<Arguments> s8() {
        String tooMany = numbers(15) + ",123";
        return Stream.of(
                Arguments.of("000", "username=alice&password=no&mt=9&sid=" + "x".repeat(12) + "&mno=1"),
                Arguments.of("00", "username=alice&password=no&mt=9&sid=&mno=1&msg="),
                Arguments.of("0051", "username=alice&password=secret&mt=9&sid=&mno=1&msg="),
                Arguments.of("0030", "username=alice&password=secret&mt=0&sid=&mno=1&msg="),
                Arguments.of("0066", "username=alice&password=secret&mt=0&sid=S&mno=" + tooMany + "&msg="),
                Arguments.of("0041", "username=alice&password=secret&mt=0&sid=S&mno=1,447700900004&msg="),
                Arguments.of("0042", "username=alice&password=secret&mt=0&sid=S&mno=447700900004&msg="),
                Arguments.of("0050", "username=alice&password=secret&mt=0&sid=S&mno=447700900123&msg="),
                Arguments.of("0020", "username=alice&password=secret&mt=0&sid=S&mno=447700900123&msg=x"));
    }

    @ParameterizedTest
    @MethodSource("s8")
    void s8TheFirstThatApplies(String code, String body) {
        simulator.setCredits(BigDecimal.ZERO);

        assertThat(post("", body)).isEqualTo(code);
        assertThat(simulator.sent()).isEmpty();

        simulator.setDown(true);

        assertThat(post("", body)).isEqualTo("0000");
    }

    @Test
    void s8OneBadNumberRefusesAll() {
        assertAnswer("mno", "447700900123,447700900003", "0041");
        assertAnswer("mno", "447700900123,447700900004", "0042");
        assertThat(simulator.sent()).isEmpty();
        assertThat(simulator.credits()).isEqualByComparingTo("1000000");
    }

    @Test
    void c1() {
        assertThat(call("/checkbalance?user=alice&pass=secret")).isEqualTo("1000000");
        assertThat(call("/checkbalance?USER=alice&Pass=wrong")).isEqualTo("00");
        assertAnswer("msg", "a".repeat(161), UUID_FORM);
        assertThat(call("/checkbalance?user=alice&pass=secret")).isEqualTo("999998");
        simulator.setCredits(BigDecimal.ZERO);
        assertThat(call("/checkbalance?user=alice&pass=secret")).isEqualTo("0");
    }

    @Test
    void c1MoreThanTwoAMinuteAre429() {
        restart(SimulatorOptions.standard("alice", "secret"));

        assertThat(call("/checkbalance?user=alice&pass=secret")).isEqualTo("1000000");
        assertThat(call("/checkbalance?user=alice&pass=secret")).isEqualTo("1000000");
        assertThat(call("/checkbalance?user=alice&pass=secret")).startsWith("HTTP 429");
    }

    @Test
    void isScripted() {
        simulator.script(Answer.of("0000"));
        simulator.script(Answer.of(502, "<html>"));

        assertThat(get(query("", ""))).isEqualTo("0000");
        assertThat(get(query("", ""))).isEqualTo("HTTP 502 <html>");
        assertThat(get(query("", ""))).matches(UUID_FORM);
        assertThat(simulator.sent()).hasSize(1);
        assertThat(simulator.requests()).hasSize(3).first().satisfies(request -> {
            assertThat(request.answer()).isEqualTo("200 0000");
            assertThat(request.numbers()).containsExactly("447700900123");
            assertThat(request.toString()).doesNotContain("secret").doesNotContain("Hello");
        });
    }

    @Test
    void forgets() {
        get(query("", ""));

        simulator.clear();

        assertThat(simulator.sent()).isEmpty();
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hlr2", "/sms"})
    void knowsNoOtherPath(String path) {
        assertThat(call(path)).startsWith("HTTP 404");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"OK_ID", "ID"},
            value = AnswerForm.class)
    void startsOnAGivenPort(AnswerForm form) {
        int port = simulator.port();
        simulator.close();

        simulator = Simulator.start(
                STANDARD.withPort(port).withForms(STANDARD.forms().withAnswers(form)));

        assertThat(simulator.baseUrl()).isEqualTo("http://127.0.0.1:" + port);
        assertThat(get(query("", ""))).containsPattern(UUID_FORM);
    }

    private void restart(SimulatorOptions options) {
        simulator.close();
        simulator = Simulator.start(options);
    }

    private void assertAnswer(String name, String value, String pattern) {
        assertThat(get(query(name, value))).matches(pattern);
    }

    private static SimulatorOptions unlimited(SimulatorOptions options) {
        return options.withLimits(options.limits().withRequestsPerSecond(0).withBalancesPerMinute(0));
    }

    /** A good submission with one field changed. */
    private static String query(String name, String value) {
        return Stream.of(
                        "username=alice", "password=secret", "mt=0", "sid=Shop", "mno=447700900123", "msg=Hello+%26+co")
                .map(pair -> pair.startsWith(name + "=") ? name + "=" + encode(value) : pair)
                .collect(Collectors.joining("&"));
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "4477009" + (10_100 + i)).collect(Collectors.joining(","));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String get(String query) {
        return call("/bulksms?" + query);
    }

    private String call(String pathAndQuery) {
        return send(request(pathAndQuery).build());
    }

    private String post(String query, String body) {
        return send(request("/bulksms?" + query)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + pathAndQuery));
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return (response.statusCode() == 200 ? "" : "HTTP " + response.statusCode() + " ") + response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
