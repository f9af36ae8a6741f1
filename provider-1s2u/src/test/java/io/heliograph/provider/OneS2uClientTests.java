package io.heliograph.provider;

import static io.heliograph.provider.RawServer.http;
import static io.heliograph.provider.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heliograph.provider.BalanceResult.Balance;
import io.heliograph.provider.BalanceResult.Unavailable;
import io.heliograph.provider.BalanceResult.WrongCredentials;
import io.heliograph.provider.SubmitResult.Rejected;
import io.heliograph.provider.SubmitResult.Submitted;
import io.heliograph.text.Encoding;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves on the wire, and how answers are read. */
class OneS2uClientTests extends OneS2uClientTest {

    @Test
    void s1PostsAForm() {
        try (RawServer server = RawServer.answering(http(200, "OK: " + ID))) {
            SubmitResult result = client.submit(upstream(server), HELLO);

            assertThat(result).isEqualTo(new Submitted(List.of(ID), "OK: " + ID));
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request).startsWith("POST /bulksms HTTP/1.1\r\n");
                assertThat(request).contains("Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n");
                assertThat(request)
                        .endsWith("\r\n\r\nusername=alice&password=p%26ss+w%C3%B6rd&mt=0&sid=Shop"
                                + "&mno=447700900123&msg=Hello+%5Byou%5D+%26+me");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"Ç€, GSM7, mt=0", "ç, UCS2, mt=1"})
    void s2DerivesTheTypeFromTheText(String text, Encoding encoding, String mt) {
        try (RawServer server = RawServer.answering(http(200, ID))) {
            Submit wronglyTyped = new Submit(
                    "Shop", text, encoding == Encoding.GSM7 ? Encoding.UCS2 : Encoding.GSM7, List.of("447700900123"));

            client.submit(upstream(server), wronglyTyped);

            assertThat(wronglyTyped.encoding()).isEqualTo(encoding);
            assertThat(server.requests().getFirst()).contains("&" + mt + "&");
        }
    }

    @Test
    void s4DropsRepeatedNumbersAndJoinsTheRestByComma() {
        try (RawServer server = RawServer.answering(http(200, ID))) {
            client.submit(
                    upstream(server), new Submit("+44", "x", List.of("447700900123", "447700900124", "447700900123")));

            assertThat(server.requests().getFirst()).contains("&sid=%2B44&mno=447700900123%2C447700900124&");
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF_8, %D0%AF+%F0%9F%98%80", "HEX_UTF16BE, 042F0020D83DDE00"})
    void s7bSendsUnicodeAsTheAccountSays(UnicodeForm form, String msg) {
        try (RawServer server = RawServer.answering(http(200, ID))) {
            Upstream upstream = new Upstream(server.url() + "/", "alice", PASSWORD, form, PATIENT);

            client.submit(upstream, new Submit("Shop", "Я 😀", List.of("447700900123")));
            client.submit(upstream, new Submit("Shop", "plain", List.of("447700900123")));

            assertThat(server.requests().getFirst()).endsWith("&mt=1&sid=Shop&mno=447700900123&msg=" + msg);
            assertThat(server.requests().getLast()).endsWith("&mt=0&sid=Shop&mno=447700900123&msg=plain");
        }
    }

    @Test
    void keepsItsConnection() {
        try (RawServer server = RawServer.answering(http(200, ID))) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.submit(upstream(server), HELLO)).isInstanceOf(Submitted.class);
            }

            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void takesANewConnectionWhenTheKeptOneWasClosed() {
        RawServer[] self = new RawServer[1];
        try (RawServer server = new RawServer(socket -> {
            self[0].read(socket);
            write(socket, http(200, ID));
        })) {
            self[0] = server;
            for (int i = 0; i < 20; i++) {
                assertThat(client.submit(upstream(server), HELLO)).isInstanceOf(Submitted.class);
            }

            assertThat(server.requests()).hasSize(20);
        }
    }

    @Test
    void refusalIsRead() {
        try (RawServer server = RawServer.answering(http(200, "0041"))) {
            assertThat(client.submit(upstream(server), HELLO)).isEqualTo(new Rejected("0041", "0041", false));
        }
    }

    @Test
    void keepsThePasswordOutOfWhatIsKept() {
        try (RawServer server = RawServer.answering(http(200, "<html>no such password: " + PASSWORD))) {
            assertThat(client.submit(upstream(server), HELLO).raw()).isEqualTo("<html>no such password: ***");
        }
        assertThat(upstream("http://127.0.0.1", PATIENT)).asString().doesNotContain(PASSWORD);
        assertThat(HELLO).asString().doesNotContain("Hello");
    }

    @Test
    void keepsABoundedPartOfALongAnswer() {
        try (RawServer server = RawServer.answering(http(200, "a ".repeat(8_000)))) {
            assertThat(client.submit(upstream(server), HELLO).raw()).hasSize(OneS2uClient.MAX_RAW);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12.3400, 12.3400", "1500, 1500", "-3.5, -3.5", "' 7.5\n', 7.5", ".5, .5"})
    void c1ReadsTheBalance(String body, BigDecimal balance) {
        try (RawServer server = RawServer.answering(http(200, body))) {
            assertThat(client.balance(upstream(server))).isEqualTo(new Balance(balance));
            assertThat(server.requests().getFirst())
                    .startsWith("POST /checkbalance HTTP/1.1")
                    .endsWith("user=alice&pass=p%26ss+w%C3%B6rd");
        }
    }

    @Test
    void c1TellsWrongCredentialsFromAnEmptyAccount() {
        try (RawServer server = RawServer.answering(http(200, "00"))) {
            assertThat(client.balance(upstream(server))).isEqualTo(new WrongCredentials());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000", "0000", "abc", "1,5", "1e3", "-", "1.", "OK: 5"})
    void c1SaysWhenThereIsNoBalance(String body) {
        try (RawServer server = RawServer.answering(http(200, body))) {
            assertThat(client.balance(upstream(server))).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void c1IsUnavailableWithoutAnAnswer() {
        try (RawServer server = RawServer.answering(http(429, "5"))) {
            assertThat(client.balance(upstream(server))).isEqualTo(new Unavailable("HTTP 429"));
        }
        try (RawServer server = new RawServer(_ -> {})) {
            assertThat(client.balance(upstream(server))).isInstanceOf(Unavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api.1s2u.io", "ftp://api.1s2u.io", "http:///x", "https://api.1s2u.io?a=b"})
    void refusesAnAddressThatIsNone(String baseUrl) {
        assertThatIllegalArgumentException().isThrownBy(() -> upstream(baseUrl, PATIENT));
    }
}
