package io.heliograph.provider.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.provider.DeliveryReport;
import io.heliograph.smpp.Coding;
import io.heliograph.smpp.OutgoingPart;
import io.heliograph.smpp.Reply;
import io.heliograph.tls.SelfMadeKey;
import io.heliograph.tls.TlsBundle;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** The line to a 1s2u that speaks TLS. */
class SmppLineTlsTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final SmppLine.Inbox NOTHING = new SmppLine.Inbox() {
        @Override
        public void keep(DeliveryReport report, String raw) {
            throw new IllegalStateException("Nothing was sent that is reported");
        }

        @Override
        public void ended(String why) {
            assertThat(why).isNotEmpty();
        }
    };

    @TempDir
    Path home;

    @Test
    void sendsOnlyToWhoShowsATrustedCertificateOfItsHost() throws Exception {
        SelfMadeKey key = new SelfMadeKey(home.resolve("smsc.p12"));
        SSLSocketFactory trusting = TlsBundle.calling(
                        "test",
                        "smsc",
                        new DefaultSslBundleRegistry("smsc", SslBundle.of(SslStoreBundle.of(null, null, key.store()))))
                .sockets();
        int port = freePort();
        try (OtherSmsc smsc = OtherSmsc.encrypted(port, key)) {
            try (SmppLine line = bind("localhost", port, trusting)) {
                assertThat(line.send(part("Hello"), SOON)).isInstanceOf(Reply.Answered.class);
            }
            assertThat(smsc.taken()).hasSize(1);

            assertThatThrownBy(() -> bind("localhost", port, (SSLSocketFactory) SSLSocketFactory.getDefault()))
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> bind("127.0.0.2", port, trusting))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("127.0.0.2");
            assertThat(smsc.taken()).hasSize(1);
        }
    }

    private static SmppLine bind(String host, int port, SSLSocketFactory tls) throws Exception {
        return SmppLine.bind(
                new SmppTarget(host, port, tls, OtherSmsc.SYSTEM_ID, OtherSmsc.PASSWORD, 10),
                IdForm.SAME,
                NOTHING,
                Clock.systemUTC());
    }

    private static OutgoingPart part(String text) {
        return new OutgoingPart(
                Addresses.sender("Alice"),
                Addresses.recipient("447700900123"),
                Coding.GSM,
                false,
                text.getBytes(StandardCharsets.US_ASCII));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
