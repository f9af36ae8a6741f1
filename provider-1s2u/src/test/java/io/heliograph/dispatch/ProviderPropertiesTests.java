package io.heliograph.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderPropertiesTests {

    @Test
    void nameAnAccountOrNone() {
        assertThat(properties("https://api.1s2u.io", null, 20).isSet()).isTrue();
        assertThat(properties(null, "smpp.1s2u.io", 1).isSet()).isTrue();
        assertThat(properties("", " ", 20).isSet()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api.1s2u.io", "https://api.1s2u.io ", "ftp://api.1s2u.io", "https://my_host", "https://a?b=c"})
    void refuseAnAddressThatNothingCouldBeSentTo(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(baseUrl, null, 20))
                .withMessage("heliograph.provider.base-url is such as https://api.1s2u.io");
    }

    @Test
    void refuseAHostThatNothingCouldBeSentTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(null, "smpp_1s2u", 20))
                .withMessage("heliograph.provider.smpp-host is such as smpp.1s2u.io");
    }

    @Test
    void refuseATimeoutBelowASecond() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(null, null, 0))
                .withMessage("heliograph.provider.timeout-seconds is 1 or more, not 0");
    }

    private static ProviderProperties properties(
            @Nullable String baseUrl, @Nullable String smppHost, int timeoutSeconds) {
        return new ProviderProperties(
                baseUrl, "username", "password", null, 30, 8, 15, timeoutSeconds, smppHost, 2779, false, null);
    }
}
