package io.heliograph.portal.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0770|0770|+44770|+44770",
                "447700770,0770|0770|1|447700770,1",
                "1; 0770 ;2|0770|3|1; 3 ;2",
                "0770|0771|3|0770",
                "a (b)|a (b)|$1|$1",
                "0770|0770||",
            })
    void replacesWholeEntriesOnly(String block, String typed, String corrected, String expected) {
        Corrections corrections = new Corrections(List.of(typed), List.of(corrected == null ? "" : corrected));

        assertThat(corrections.appliedTo(block)).isEqualTo(expected == null ? "" : expected);
    }
}
