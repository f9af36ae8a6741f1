package io.heliograph.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTests {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeAnAuthority() throws Exception {
        keytool("-alias ca -dname CN=Authority -ext bc:c -validity 4000");
    }

    @Test
    void takesOneThatIsGoodAndFromAKnownAuthority() throws Exception {
        certify("good", "-startdate -1d -validity 10", "ip:127.0.0.1");

        assertThat(errorOf("good", true)).isNull();
        assertThat(errorOf("good", false)).isEqualTo("Certificate is not from a known authority");
    }

    @Test
    void saysSinceWhenItIsExpired() throws Exception {
        certify("expired", "-startdate -10d -validity 7", "ip:127.0.0.1");

        String day = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        assertThat(errorOf("expired", true)).isEqualTo("Certificate expired on " + day);
    }

    @Test
    void refusesOneThatIsForTheFuture() throws Exception {
        certify("future", "-startdate +2d -validity 7", "ip:127.0.0.1");

        assertThat(errorOf("future", true)).isEqualTo("Certificate is not valid yet");
    }

    @Test
    void refusesOneForAnotherName() throws Exception {
        certify("other", "-startdate -1d -validity 10", "dns:example.com");

        assertThat(errorOf("other", true)).isEqualTo("Certificate is for another name");
    }

    private static @Nullable String errorOf(String server, boolean trusting) throws Exception {
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(serverContext(server)));
        https.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        https.start();
        DefaultClientTlsStrategy tls = trusting ? new DefaultClientTlsStrategy(clientContext()) : null;
        try (WebhookClient client =
                new WebhookClient(AllowedAddresses.of(true), Duration.ofSeconds(20), 2, Clock.systemUTC(), tls)) {
            String url = "https://127.0.0.1:" + https.getAddress().getPort() + "/";
            return client.post(new WebhookRequest(url, Map.of(), "{}")).error();
        } finally {
            https.stop(0);
        }
    }

    private static SSLContext serverContext(String server) throws GeneralSecurityException, IOException {
        KeyStore own = empty();
        own.setKeyEntry(server, made().getKey(server, PASSWORD), PASSWORD, made().getCertificateChain(server));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext clientContext() throws GeneralSecurityException, IOException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry("ca", made().getCertificate("ca"));
        TrustManagerFactory authorities = TrustManagerFactory.getInstance("PKIX");
        authorities.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, authorities.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }

    private static KeyStore made() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD);
    }

    private static void certify(String name, String validity, String subject) throws Exception {
        keytool("-alias %s -signer ca -dname CN=%s -ext san=%s %s".formatted(name, name, subject, validity));
    }

    private static void keytool(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-keystore", "keys.p12"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).as(arguments).isZero();
    }
}
