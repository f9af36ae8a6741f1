package io.heliograph.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.provider.HlrAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract H3 and H3b. */
class NumberStatusTests {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            0,   Live,                            ACTIVE
            000, -,                               ACTIVE
            001, Absent Subscriber,               SWITCHED_OFF
            27,  Absent,                          SWITCHED_OFF
            27,  -,                               SWITCHED_OFF
            001, -,                               SWITCHED_OFF
            001, System Failure,                  UNCLEAR
            001, Call Barred,                     NO_MESSAGES
            002, SMS Tele Service Not Provisioned, NO_MESSAGES
            11,  No Teleservice,                  NO_MESSAGES
            002, Unknown Subscriber,              NOT_IN_USE
            002, -,                               NOT_IN_USE
            1,   Dead,                            NOT_IN_USE
            003, Service Failure,                 UNCLEAR
            5,   Inconclusive,                    UNCLEAR
            99,  New Words,                       UNCLEAR
            x,   -,                               UNCLEAR
            """)
    void followsTheTables(String code, @Nullable String words, NumberStatus status) {
        HlrAnswer answer = new HlrAnswer("447700900123", null, null, null, null, null, null, code, words, null);

        assertThat(NumberStatus.of(answer)).isEqualTo(status);
    }
}
