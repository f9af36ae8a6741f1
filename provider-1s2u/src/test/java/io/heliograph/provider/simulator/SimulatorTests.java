package io.heliograph.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator answers: contract S6 to S8 and C1, rule by rule, and how tests steer it. */
class SimulatorTests extends SimulatorTest {

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
}
