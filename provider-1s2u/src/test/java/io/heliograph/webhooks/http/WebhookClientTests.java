package io.heliograph.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.webhooks.Receiver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration DEADLINE = Duration.ofMillis(700);
    private static final int CONNECTIONS = 3;
    private static final Duration SOON = DEADLINE.plusMillis(800);
    private static final int MOST_BYTES_OF_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_BYTES_WRITTEN = 32 * 1024 * 1024;
    private static final String TOO_LONG = "Headers of the answer are too long or too many";

    private final WebhookClient client = client(true);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void postsTheBodyWithItsHeadersAndNothingOfItsOwn() throws Exception {
        try (Receiver receiver = Receiver.ok()) {
            Exchange exchange = client.post(new WebhookRequest(
                    receiver.url() + "?a=b%20c",
                    Map.of("content-type", "application/json", "webhook-id", "e1"),
                    "{\"ü\":1}"));

            assertThat(exchange.isSuccess()).isTrue();
            assertThat(exchange.error()).isNull();
            assertThat(exchange.startedAt()).isEqualTo(NOW);
            assertThat(exchange.duration()).isBetween(Duration.ofNanos(1), DEADLINE);
            Receiver.Request request = receiver.requests().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/hook?a=b%20c");
            assertThat(request.body()).isEqualTo("{\"ü\":1}");
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.header("User-Agent")).isEqualTo("Webhooks/1");
            assertThat(request.header("Accept-Encoding")).isEmpty();
            assertThat(exchange.requestHeaders())
                    .contains("webhook-id: e1", "User-Agent: Webhooks/1", "Host: 127.0.0.1:" + receiver.port());
        }
    }

    @Test
    void keepsTheFirst16KbOfTheAnswer() throws Exception {
        try (Receiver receiver = new Receiver(_ -> Receiver.Answer.of(500, "x".repeat(100_000)))) {
            Exchange exchange = post(client, receiver.url());

            Answer answer = Objects.requireNonNull(exchange.answer());
            assertThat(answer.body()).isEqualTo("x".repeat(16 * 1024));
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.headers()).containsIgnoringCase("content-length: 100000");
            assertThat(exchange.error()).isEqualTo("Answered 500");
            assertThat(post(client, receiver.url()).error()).isEqualTo("Answered 500");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void takesOnly2xxForSuccess(int status) throws Exception {
        try (Receiver receiver = new Receiver(_ -> Receiver.Answer.status(status))) {
            assertThat(post(client, receiver.url()).isSuccess()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void doesNotFollowRedirects(int status) throws Exception {
        try (Receiver elsewhere = Receiver.ok();
                Receiver receiver = new Receiver(_ -> Receiver.Answer.with(status, "Location", elsewhere.url()))) {
            Exchange exchange = post(client, receiver.url());

            assertThat(exchange.error()).isEqualTo("Redirects are not followed");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void neverRepeatsByItself() throws Exception {
        try (Receiver receiver = new Receiver(_ -> Receiver.Answer.with(503, "Retry-After", "1"))) {
            Exchange exchange = post(client, receiver.url());

            assertThat(Objects.requireNonNull(exchange.answer()).retryAfter()).isEqualTo(Duration.ofSeconds(1));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void keepsNoCookies() throws Exception {
        try (Receiver receiver = new Receiver(_ -> Receiver.Answer.with(200, "Set-Cookie", "a=b"))) {
            post(client, receiver.url());
            post(client, receiver.url());

            assertThat(receiver.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.header("Cookie")).isEmpty());
        }
    }

    @Test
    void endsAHangingExchangeAtTheDeadline() throws Exception {
        try (RawServer server = new RawServer((_, _) -> {})) {
            Exchange exchange = post(client, server.url());

            assertThat(exchange.error()).isEqualTo("No answer within 700 ms");
            assertThat(exchange.answer()).isNull();
            assertThat(exchange.duration()).isBetween(DEADLINE, SOON);
        }
    }

    @Test
    void cutsOffADrippingBody() throws Exception {
        try (RawServer server = new RawServer((in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        })) {
            Exchange exchange = post(client, server.url());

            assertThat(exchange.error()).isEqualTo("Answer not complete within 700 ms");
            Answer answer = Objects.requireNonNull(exchange.answer());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).matches("x+");
            assertThat(exchange.duration()).isBetween(DEADLINE, SOON);
        }
    }

    @Test
    void cutsOffDrippingHeaders() throws Exception {
        try (RawServer server = new RawServer((in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nA: ".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        })) {
            assertThat(post(client, server.url()).error()).isEqualTo("No answer within 700 ms");
        }
    }

    @Test
    void takesHeadersUpToTheirLimits() throws Exception {
        try (RawServer server = answering(header(MOST_BYTES_OF_LINE - 2) + "A: b\r\n".repeat(MOST_HEADERS - 2))) {
            Exchange exchange = post(client, server.url());

            assertThat(exchange.error()).isNull();
        }
    }

    @Test
    void failsOnHeadersBeyondTheirLimits() throws Exception {
        try (RawServer longer = answering(header(MOST_BYTES_OF_LINE));
                RawServer folded = answering(header(5000) + " " + header(5000));
                RawServer more = answering("A: b\r\n".repeat(MOST_HEADERS))) {
            assertThat(post(client, longer.url()).error()).isEqualTo(TOO_LONG);
            assertThat(post(client, folded.url()).error()).isEqualTo(TOO_LONG);
            assertThat(post(client, more.url()).error()).isEqualTo(TOO_LONG);
        }
    }

    @Test
    void readsNoFurtherThanTheLimitOfALineThatDoesNotEnd() throws Exception {
        AtomicInteger written = new AtomicInteger();
        try (RawServer server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nA: ".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            while (written.get() < MOST_BYTES_WRITTEN) {
                out.write(piece);
                written.addAndGet(piece.length);
            }
        })) {
            Exchange exchange = post(client, server.url());

            assertThat(exchange.error()).isEqualTo(TOO_LONG);
            assertThat(exchange.isSuccess()).isFalse();
            assertThat(written).hasValueLessThan(MOST_BYTES_WRITTEN);
        }
    }

    @Test
    void failsOnTrailersBeyondTheirLimits() throws Exception {
        try (RawServer server = answering("", "1\r\nx\r\n0\r\n" + header(MOST_BYTES_OF_LINE))) {
            assertThat(post(client, server.url()).error()).isEqualTo(TOO_LONG);
        }
    }

    @Test
    void saysWhatWentWrong() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (RawServer nothing = new RawServer((_, out) -> out.close());
                RawServer nonsense = new RawServer((_, out) -> {
                    out.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.close();
                })) {
            assertThat(post(client, "http://127.0.0.1:" + closed + "/").error()).isEqualTo("Connection refused");
            assertThat(post(client, "http://no-such-name.invalid/").error()).isEqualTo("Name not found");
            assertThat(post(client, nothing.url()).error()).isEqualTo("Connection closed without an answer");
            assertThat(post(client, nonsense.url()).error())
                    .isIn("Answer is not HTTP", "Connection closed without an answer");
            assertThat(post(client, nothing.url().replace("http:", "https:")).error())
                    .isEqualTo("Secure connection failed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "2130706433",
                "127.1",
                "0.0.0.0",
                "[::]",
                "169.254.169.254",
                "10.0.0.1",
                "[fe80::1]"
            })
    void doesNotCallPrivateAddressesHoweverTheyAreWritten(String host) throws Exception {
        try (Receiver receiver = Receiver.ok();
                WebhookClient guarded = client(false)) {
            Exchange exchange = post(guarded, "http://" + host + ":" + receiver.port() + "/hook");

            assertThat(exchange.error()).isEqualTo("Address is private: not called");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void hangingExchangesLeaveNothingBehind() throws Exception {
        try (RawServer server = new RawServer((_, _) -> {})) {
            for (int i = 0; i <= CONNECTIONS; i++) {
                post(client, server.url());
            }
            try (Receiver receiver = Receiver.ok()) {
                assertThat(post(client, receiver.url()).isSuccess()).isTrue();
            }
        }
    }

    private static RawServer answering(String headers) throws IOException {
        return answering(headers, "0\r\n");
    }

    /** Headers, beside one of the server's own, and a body in pieces, whose trailers are ended here. */
    private static RawServer answering(String headers, String pieces) throws IOException {
        byte[] answer = ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + headers + "\r\n" + pieces + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return new RawServer((_, out) -> out.write(answer));
    }

    /** One of so many bytes, the end of its line not counted. */
    private static String header(int bytes) {
        return "A: " + "x".repeat(bytes - 3) + "\r\n";
    }

    private static void drip(OutputStream out) throws IOException {
        try {
            for (int i = 0; i < 100; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Exchange post(WebhookClient client, String url) throws InterruptedException {
        return client.post(new WebhookRequest(url, Map.of("content-type", "application/json"), "{}"));
    }

    private static WebhookClient client(boolean allowPrivate) {
        return new WebhookClient(
                AllowedAddresses.of(allowPrivate), DEADLINE, CONNECTIONS, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
