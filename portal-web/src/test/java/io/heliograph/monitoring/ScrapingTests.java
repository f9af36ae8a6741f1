package io.heliograph.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapingTests {

    @ParameterizedTest
    @CsvSource({
        ", true, , true",
        ", false, , false",
        ", false, Bearer , false",
        "'', false, Bearer , false",
        "secret, false, Bearer secret, true",
        "secret, true, , false",
        "secret, false, Bearer other, false",
        "secret, false, secret, false",
        "secret, false, Basic c2VjcmV0, false"
    })
    void tokenOpensTheMetersAndWithoutOneTheSandboxDoes(
            @Nullable String token, boolean open, @Nullable String authorization, boolean expected) {
        assertThat(Scraping.mayRead(token, open, authorization)).isEqualTo(expected);
    }
}
