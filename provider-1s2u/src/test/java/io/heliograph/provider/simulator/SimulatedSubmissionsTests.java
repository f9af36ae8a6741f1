package io.heliograph.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator takes: contract S1 to S5, rule by rule. */
class SimulatedSubmissionsTests extends SimulatorTest {

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
}
