package io.heliograph.email.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SSLSocketCreator;
import org.subethamail.smtp.server.Session;

/** STARTTLS, and whether a secret may be said without it. */
@Component
class Encryption implements SSLSocketCreator {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final @Nullable Supplier<SSLContext> certificate;
    private final boolean allowsSecretsInClear;

    Encryption(SmtpProperties properties, SslBundles bundles, ObjectProvider<SelfMadeCertificate> selfMade) {
        SelfMadeCertificate sandbox = selfMade.getIfAvailable();
        if (properties.sslBundle() != null) {
            certificate = new Configured(properties.sslBundle(), bundles);
        } else {
            certificate = sandbox;
        }
        allowsSecretsInClear = properties.authWithoutTls() == null ? sandbox != null : properties.authWithoutTls();
    }

    /** Whether STARTTLS is offered. */
    boolean isOffered() {
        return certificate != null;
    }

    /** Whether a sign-in is taken on this connection as it is. */
    boolean allowsSecretsOn(Session session) {
        return session.isTLSStarted() || allowsSecretsInClear;
    }

    /** Whether anybody can sign in at all. */
    boolean allowsSecrets() {
        return isOffered() || allowsSecretsInClear;
    }

    /** As the library does it, but it would look for the client's name in the DNS. */
    @Override
    public SSLSocket createSSLSocket(Socket socket) throws IOException {
        if (certificate == null) {
            throw new IOException("There is no certificate");
        }
        InetSocketAddress client = (InetSocketAddress) socket.getRemoteSocketAddress();
        SSLSocket encrypted = (SSLSocket) certificate
                .get()
                .getSocketFactory()
                .createSocket(socket, client.getAddress().getHostAddress(), client.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.setEnabledProtocols(PROTOCOLS);
        return encrypted;
    }

    /** A bundle of the settings, read anew when its files change. */
    private static final class Configured implements Supplier<SSLContext> {

        private volatile SSLContext context;

        Configured(String name, SslBundles bundles) {
            context = bundles.getBundle(name).createSslContext();
            bundles.addBundleUpdateHandler(name, this::changed);
        }

        @Override
        public SSLContext get() {
            return context;
        }

        private void changed(SslBundle bundle) {
            context = bundle.createSslContext();
        }
    }
}
