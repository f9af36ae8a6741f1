package io.heliograph.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

class CertificatesTests {

    private static final String SETTING = "heliograph.smpp.tls-bundle";

    @TempDir
    static Path home;

    private static SelfMadeKey first = new SelfMadeKey(Path.of(""));
    private static SelfMadeKey second = new SelfMadeKey(Path.of(""));

    @BeforeAll
    static void twoKeys() {
        first = new SelfMadeKey(home.resolve("first.p12"));
        second = new SelfMadeKey(home.resolve("second.p12"));
    }

    @Test
    void showsTheNewCertificateOnceItsFilesChangeAndTheOldOneWhileTheNewOneCanNotBeUsed() throws Exception {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("ours", bundle(first));
        Certificate certificate = of(bundles).of(SETTING, "ours").orElseThrow();
        assertThat(shown(certificate, first)).isEqualTo(certificateOf(first));

        bundles.updateBundle("ours", bundle(second));
        assertThat(shown(certificate, second)).isEqualTo(certificateOf(second));

        bundles.updateBundle("ours", SslBundle.of(SslStoreBundle.of(trusting(first), null, null)));
        assertThat(shown(certificate, second)).isEqualTo(certificateOf(second));
    }

    @Test
    void saysWhichSettingNamesWhatCanNotBeRead() throws Exception {
        Path gone = home.resolve("gone.pem");
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry(
                "gone",
                SslBundle.of(new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificate("file:" + gone).withPrivateKey("file:" + gone), null)));
        bundles.registerBundle("trusting", SslBundle.of(SslStoreBundle.of(trusting(first), null, null)));

        assertThatThrownBy(() -> of(bundles).of(SETTING, "gone"))
                .isInstanceOf(UnreadableCertificateException.class)
                .hasMessageStartingWith(SETTING + "=gone: the certificate can't be used.")
                .hasMessageContaining(gone.toString());
        assertThatThrownBy(() -> of(bundles).of(SETTING, "trusting")).hasMessageContaining("no private key");
        assertThatThrownBy(() -> of(bundles).of(SETTING, "other"))
                .hasMessageContaining("no bundle of this name")
                .isInstanceOfSatisfying(UnreadableCertificateException.class, failure -> {
                    FailureAnalysis analysis = new UnreadableCertificateFailureAnalyzer().analyze(failure);
                    assertThat(Objects.requireNonNull(analysis).getAction())
                            .contains("spring.ssl.bundle.pem.other.keystore.certificate");
                });
    }

    @Test
    void hasNoneOfItsOwnOutsideOfTheSandbox() {
        assertThat(of(new DefaultSslBundleRegistry()).of(SETTING, null)).isEmpty();
    }

    private static Certificates of(DefaultSslBundleRegistry bundles) {
        return new Certificates(bundles, new StaticListableBeanFactory().getBeanProvider(SelfMadeCertificate.class));
    }

    private static SslBundle bundle(SelfMadeKey key) {
        return SslBundle.of(SslStoreBundle.of(key.store(), SelfMadeKey.PASSWORD, null));
    }

    private static KeyStore trusting(SelfMadeKey key) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("it", certificateOf(key));
        return trusted;
    }

    private static X509Certificate certificateOf(SelfMadeKey key) throws GeneralSecurityException {
        return (X509Certificate) key.store().getCertificate("localhost");
    }

    /** What a client that trusts this key alone is shown. */
    private static X509Certificate shown(Certificate certificate, SelfMadeKey trusted) throws Exception {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusting(trusted));
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, managers.getTrustManagers(), null);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SSLSocket there = (SSLSocket)
                        client.getSocketFactory().createSocket(server.getInetAddress(), server.getLocalPort());
                Socket taken = server.accept();
                SSLSocket here = certificate.over(taken)) {
            Thread greeting = Thread.startVirtualThread(() -> greet(here));
            there.startHandshake();
            greeting.join();
            return (X509Certificate) there.getSession().getPeerCertificates()[0];
        }
    }

    private static void greet(SSLSocket client) {
        try {
            client.startHandshake();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
