package io.heliograph.provider;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract H1 to H3b. */
class HlrAnswersTests {

    private static final String PAGE = """
            {
            "12345678900": {
            "msisdn": "12345678900",
            "country": "United States of America",
            "err_desc": "Live",
            "operator": "First Communications",
            "type": "VoIP",
            "mccmnc": "",
            "roaming": "False",
            "err_code": "0",
            "status": "Delivered",
            "ported": "True"
            }
            }
            """;

    @Test
    void readsThePagesSampleIntoTypes() {
        HlrResult.Answered answered = (HlrResult.Answered) HlrAnswers.read(200, PAGE, PAGE);

        HlrAnswer answer = requireNonNull(answered.answers().get("12345678900"));
        assertThat(answer)
                .isEqualTo(new HlrAnswer(
                        "12345678900",
                        "United States of America",
                        "First Communications",
                        "VoIP",
                        null,
                        true,
                        false,
                        "0",
                        "Live",
                        "Delivered"));
        assertThat(answer.code()).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "000,0", "001,1", "27,27", "x1,-1", "'',-1"})
    void comparesCodesAsNumbersAndKeepsOthersAsTheyCame(String code, int number) {
        String body = "{\"447700900123\":{\"err_code\":\"" + code + "\"}}";

        HlrAnswer answer = requireNonNull(((HlrResult.Answered) HlrAnswers.read(200, body, body))
                .answers()
                .get("447700900123"));

        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.code().orElse(-1)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | MSISDN value format is incorrect.                 | BadNumber
            200 | Invalid Password Parameter                        | AccountRefused
            200 | Username input is not valid.                      | AccountRefused
            200 | HLR credentials are incorrect.                    | AccountRefused
            200 | Insufficient hlr credits.                         | AccountRefused
            200 | {"error":"Insufficient hlr credits."}             | AccountRefused
            200 | {"error":{"message":"MSISDN value format is incorrect"}} | BadNumber
            200 | {"error":"Something new"}                         | Unanswered
            429 | API calls quota exceeded! maximum admitted 30 per 1s/. | NotAsked
            200 | API calls quota exceeded! maximum admitted 30 per 1s/. | NotAsked
            503 | Service Unavailable                               | NotAsked
            500 | Oops                                              | Unanswered
            502 | {"447700900123":{"err_code":"0"}}                 | Unanswered
            200 | {}                                                | Unanswered
            200 | []                                                | Unanswered
            200 | {"447700900123":{"error":"no"}}                   | Unanswered
            200 | <html>                                            | Unanswered
            """)
    void tellsWhatEveryOtherAnswerMeans(int status, String body, String kind) {
        assertThat(HlrAnswers.read(status, body, body).getClass().getSimpleName())
                .isEqualTo(kind);
    }
}
