package io.heliograph.provider;

import static io.heliograph.provider.RawServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Uncertain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as not sent, and what nobody can know: contract S9. */
class NotSentOrUncertainTests extends OneS2uClientTest {

    private static final Duration IMPATIENT = Duration.ofMillis(400);

    @Test
    void s9RefusedConnectionIsNotSent() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        SubmitResult result = client.submit(upstream("http://127.0.0.1:" + port, PATIENT), HELLO);

        assertThat(result)
                .isInstanceOfSatisfying(
                        NotSent.class, s -> assertThat(s.reason()).isEqualTo(NotSent.Reason.NO_CONNECTION));
    }

    @Test
    void s9UnknownHostIsNotSent() {
        assertThat(client.submit(upstream("http://nowhere.invalid", PATIENT), HELLO))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void s9FailedTlsHandshakeIsNotSent() {
        try (RawServer server = new RawServer(socket -> write(socket, "HTTP/1.1 400 no TLS here\r\n\r\n"))) {
            assertThat(client.submit(upstream("https://127.0.0.1:" + server.port(), PATIENT), HELLO))
                    .isInstanceOf(NotSent.class);
        }
    }

    @Test
    void s9ConnectThatTakesTooLongIsNotSent() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket one = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket two = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(one.isConnected() && two.isConnected()).isTrue();

            SubmitResult result = client.submit(upstream("http://127.0.0.1:" + full.getLocalPort(), IMPATIENT), HELLO);

            assertThat(result).isInstanceOf(NotSent.class);
        }
    }

    @Test
    void s9ClosedBeforeReadingIsUncertain() {
        assertUncertain(_ -> {}, PATIENT);
    }

    @Test
    void s9ResetBeforeReadingIsUncertain() {
        assertUncertain(
                socket -> {
                    // A reset that comes before the first byte is written would rightly be "not sent".
                    while (socket.getInputStream().available() == 0) {
                        Thread.onSpinWait();
                    }
                    socket.setSoLinger(true, 0);
                },
                PATIENT);
    }

    @Test
    void s9ReadAndClosedIsUncertain() {
        assertUncertain(socket -> socket.getInputStream().read(), PATIENT);
    }

    @Test
    void s9ReadAndResetIsUncertain() {
        assertUncertain(
                socket -> {
                    socket.getInputStream().read();
                    socket.setSoLinger(true, 0);
                },
                PATIENT);
    }

    @Test
    void s9ReadAndSilentIsUncertain() {
        assertUncertain(_ -> Thread.sleep(Duration.ofMinutes(1)), IMPATIENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 20",
                "HTTP/1.1 200 OK\r\nContent-Length: 36\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 36\r\n\r\n3fd23425-6edb",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nd\r\n3fd23425-6edb\r\n",
                "220 smtp.example ESMTP\r\n",
                "\u0001\u0002\u0003"
            })
    void s9HalfAnAnswerIsUncertain(String half) {
        assertUncertain(
                socket -> {
                    socket.getInputStream().read(new byte[4096]);
                    write(socket, half);
                },
                PATIENT);
    }

    @Test
    void s9EndlessHeadersAreUncertain() {
        assertUncertain(
                socket -> {
                    socket.getInputStream().read(new byte[4096]);
                    write(socket, "HTTP/1.1 200 OK\r\n");
                    while (!socket.isClosed()) {
                        write(socket, "X-Drip: 1\r\n");
                        Thread.sleep(50);
                    }
                },
                IMPATIENT);
    }

    @Test
    void s9BodyThatDripsPastTheDeadlineIsUncertain() {
        assertUncertain(
                socket -> {
                    socket.getInputStream().read(new byte[4096]);
                    write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 36\r\n\r\n");
                    for (int i = 0; i < ID.length(); i++) {
                        write(socket, ID.substring(i, i + 1));
                        Thread.sleep(100);
                    }
                },
                IMPATIENT);
    }

    @Test
    void s9HugeBodyIsUncertainAndNotReadToItsEnd() {
        assertUncertain(
                socket -> {
                    socket.getInputStream().read(new byte[4096]);
                    write(socket, "HTTP/1.1 200 OK\r\n\r\n");
                    while (!socket.isClosed()) {
                        write(socket, "a".repeat(8192));
                    }
                },
                PATIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "429, NotSent",
        "503, NotSent",
        "500, Uncertain",
        "502, Uncertain",
        "504, Uncertain",
        "404, Uncertain",
        "301, Uncertain",
        "204, Uncertain"
    })
    void s9ReadsTheStatus(int status, String result) {
        String head = "HTTP/1.1 " + status + " X\r\nLocation: /elsewhere\r\n";
        String answer = status == 204 ? head + "\r\n" : head + "Content-Length: 4\r\n\r\nbusy";
        try (RawServer server = RawServer.answering(answer)) {
            assertThat(client.submit(upstream(server), HELLO).getClass().getSimpleName())
                    .isEqualTo(result);
            assertThat(server.requests()).hasSize(1);
        }
    }

    private void assertUncertain(RawServer.Behaviour behaviour, Duration timeout) {
        try (RawServer server = new RawServer(behaviour)) {
            SubmitResult result = client.submit(upstream(server.url(), timeout), HELLO);

            assertThat(result).isInstanceOf(Uncertain.class);
            assertThat(server.connections()).isOne();
        }
    }
}
