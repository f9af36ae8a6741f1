package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.webhooks.InvalidUrlException.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlsTests {

    private final EndpointUrls urls = urls(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/hooks/sms?key=a%20b&x=1",
                "HTTPS://Example.com:8443/",
                " https://example.com ",
                "https://8.8.8.8/",
                "https://[2606:4700:4700::1111]/hook"
            })
    void takesPublicHttpsAddresses(String url) {
        assertThat(urls.check(url)).isEqualTo(url.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                               | MISSING
                    '  '                             | MISSING
                    http://example.com               | NOT_HTTPS
                    ftp://example.com                | NOT_HTTPS
                    example.com/hook                 | NOT_HTTPS
                    file:///etc/passwd               | NOT_HTTPS
                    https://user:pw@example.com      | WITH_PASSWORD
                    https://user@example.com         | WITH_PASSWORD
                    https://@example.com             | WITH_PASSWORD
                    https:///hook                    | MALFORMED
                    https:example.com                | MALFORMED
                    https://exa mple.com             | MALFORMED
                    https://example.com:0/           | MALFORMED
                    https://example.com:65536/       | MALFORMED
                    https://example.com/#part        | MALFORMED
                    https://127.0.0.1/               | PRIVATE
                    https://127.1/                   | MALFORMED
                    https://2130706433/              | PRIVATE
                    https://10.1.2.3/                | PRIVATE
                    https://169.254.169.254/latest   | PRIVATE
                    https://[::1]/                   | PRIVATE
                    https://[::ffff:192.168.0.1]/    | PRIVATE
                    https://[fd00::1]/               | PRIVATE
                    https://localhost/               | PRIVATE
                    https://app.LOCALHOST:8443/      | PRIVATE
                    """)
    void refusesOthersAndSaysWhy(String url, Problem problem) {
        assertThat(problemOf(urls, url)).isEqualTo(problem);
    }

    @Test
    void takes500CharactersAndNotOneMore() {
        String longest = "https://example.com/" + "x".repeat(480);

        assertThat(urls.check(longest)).hasSize(500);
        assertThat(problemOf(urls, longest + "x")).isEqualTo(Problem.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/hook", "http://localhost/", "https://10.0.0.1/", "http://[::1]/"})
    void takesPrivateAndPlainAddressesWhereTheyAreAllowed(String url) {
        assertThat(urls(true).check(url)).isEqualTo(url);
        assertThat(problemOf(urls(true), "ftp://127.0.0.1/")).isEqualTo(Problem.NOT_HTTPS);
    }

    private static Problem problemOf(EndpointUrls urls, String url) {
        return catchThrowableOfType(InvalidUrlException.class, () -> urls.check(url))
                .problem();
    }

    private static EndpointUrls urls(boolean allowPrivate) {
        return new EndpointUrls(new WebhooksProperties(
                allowPrivate, Duration.ofSeconds(15), 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(60)));
    }
}
