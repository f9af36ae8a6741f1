package io.heliograph.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.provider.SubmitResult.AccountRefused;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.NotSent.Reason;
import io.heliograph.provider.SubmitResult.Rejected;
import io.heliograph.provider.SubmitResult.Submitted;
import io.heliograph.provider.SubmitResult.Uncertain;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTests {

    private static final String ID = "3fd23425-6edb-4fec-ba91-8d70f5300fc0";
    private static final String OTHER_ID = "0d9f2c41-1f0a-4a55-9d8e-5a4d5f3f7a11";

    static Stream<Arguments> s6() {
        return Stream.of(
                Arguments.of(ID, List.of(ID)),
                Arguments.of(" " + ID + "\r\n", List.of(ID)),
                Arguments.of("\uFEFF" + ID, List.of(ID)),
                Arguments.of("OK: " + ID, List.of(ID)),
                Arguments.of("OK:" + ID, List.of(ID)),
                Arguments.of("ok : " + ID, List.of(ID)),
                Arguments.of("OK " + ID, List.of(ID)),
                Arguments.of("OK: " + ID + ", OK: " + OTHER_ID, List.of(ID, OTHER_ID)),
                Arguments.of("OK:" + ID + ",OK:" + OTHER_ID, List.of(ID, OTHER_ID)),
                Arguments.of("OK: " + ID + "\nOK: " + OTHER_ID + "\n", List.of(ID, OTHER_ID)),
                Arguments.of("OK: " + ID + " OK: " + OTHER_ID, List.of(ID, OTHER_ID)),
                Arguments.of("OK: " + ID + ", " + OTHER_ID, List.of(ID, OTHER_ID)),
                Arguments.of(ID + "," + OTHER_ID, List.of(ID, OTHER_ID)),
                Arguments.of("OK: 0041", List.of("0041")),
                Arguments.of(
                        "OK: 00000000000000000012345678901234567890",
                        List.of("00000000000000000012345678901234567890")),
                Arguments.of("00012345678901234567890", List.of("00012345678901234567890")),
                Arguments.of("msg_42.a:b", List.of("msg_42.a:b")),
                Arguments.of("OK: Ab/c=+", List.of("Ab/c=+")));
    }

    @ParameterizedTest
    @MethodSource("s6")
    void s6ReadsIds(String body, List<String> ids) {
        assertThat(read(200, body)).isEqualTo(new Submitted(ids, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "ERROR%s", "ERROR %s", "ERROR: %s", "ERROR:%s", "ERR:%s", "ERR: %s", " err: %s\n"})
    void s7ReadsCodesInEverySeenForm(String form) {
        String body = form.formatted("0041");

        assertThat(read(200, body)).isEqualTo(new Rejected("0041", body, false));
    }

    @ParameterizedTest
    @CsvSource({"0030", "0041", "0042", "0050", "0051"})
    void s9RejectsForGood(String code) {
        assertThat(read(200, code)).isEqualTo(new Rejected(code, code, false));
    }

    @ParameterizedTest
    @CsvSource({"000", "0066", "0060"})
    void s9CallsItOurBug(String code) {
        assertThat(read(200, code)).isEqualTo(new Rejected(code, code, true));
    }

    @ParameterizedTest
    @CsvSource({"00", "0020"})
    void s9PausesTheAccount(String code) {
        assertThat(read(200, code)).isEqualTo(new AccountRefused(code, code));
    }

    @Test
    void s9TriesAgainWhenTemporarilyUnavailable() {
        assertThat(read(200, "0000")).isEqualTo(new NotSent(Reason.TEMPORARILY_UNAVAILABLE, "0000", "0000"));
    }

    @ParameterizedTest
    @CsvSource({"0005", "0010", "0011", "0040", "9999", "1", "0", "00000", "123456"})
    void s7TakesAnUnknownAllDigitCodeForARefusal(String code) {
        assertThat(read(200, code)).isEqualTo(new Rejected(code, code, false));
    }

    @ParameterizedTest
    @CsvSource({"429, TOO_MANY_REQUESTS", "503, OVERLOADED"})
    void s9StatusesThatSayNothingWasSent(int status, Reason reason) {
        assertThat(read(status, "<html>")).isEqualTo(new NotSent(reason, null, "<html>"));
        assertThat(read(status, "OK: " + ID)).isInstanceOf(NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 501, 505, 520})
    void s9ServerErrorsAreUncertainWhateverTheySay(int status) {
        assertThat(read(status, "0041")).isEqualTo(new Uncertain("HTTP " + status, "0041"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 405, 408, 410, 413, 418})
    void otherStatusesAreUncertainUnlessTheyHoldACode(int status) {
        assertThat(read(status, "<html>Not here</html>")).isInstanceOf(Uncertain.class);
        assertThat(read(status, "OK: " + ID)).isInstanceOf(Uncertain.class);
        assertThat(read(status, "00")).isEqualTo(new AccountRefused("00", "00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "OK",
                "OK:",
                "ERROR",
                "ERROR:",
                "ERR: busy",
                "<html><body>3fd23425</body></html>",
                "{\"id\":\"3fd23425\"}",
                "Service is temporarily unavailable",
                "Your message was queued as 3fd23425",
                "OK: message accepted",
                "accepted",
                "OK: 3fd23425, ERROR: 0041",
                "3fd23425,0041",
                "0041,0041",
                "OK: <b>1</b>"
            })
    void s9ABodyInNoKnownFormIsUncertain(String body) {
        assertThat(read(200, body)).isEqualTo(new Uncertain("An answer in no known form", body));
    }

    @Test
    void s9AnIdTooLongToBeOneIsUncertain() {
        assertThat(read(200, "OK: " + "1".repeat(80))).isInstanceOf(Submitted.class);
        assertThat(read(200, "OK: " + "1".repeat(81))).isInstanceOf(Uncertain.class);
    }

    private static SubmitResult read(int status, String body) {
        return Answers.read(status, body, body);
    }
}
