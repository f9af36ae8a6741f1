package io.heliograph.email.smtp;

import io.heliograph.tls.Certificate;
import io.heliograph.tls.Certificates;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SSLSocketCreator;
import org.subethamail.smtp.server.Session;

/** STARTTLS, and whether a secret may be said without it. */
@Component
class Encryption implements SSLSocketCreator {

    private final @Nullable Certificate certificate;
    private final boolean allowsSecretsInClear;

    Encryption(SmtpProperties properties, Certificates certificates) {
        certificate = certificates
                .of("heliograph.smtp.tls-bundle", properties.tlsBundle())
                .orElse(null);
        allowsSecretsInClear = properties.authWithoutTls();
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

    @Override
    public SSLSocket createSSLSocket(Socket socket) throws IOException {
        if (certificate == null) {
            throw new IOException("There is no certificate");
        }
        return certificate.over(socket);
    }
}
