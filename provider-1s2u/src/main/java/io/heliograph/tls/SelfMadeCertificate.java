package io.heliograph.tls;

import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.db.HomeProperties;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The sandbox's certificate, made when somebody first asks for it, and kept in the home. */
@Component
@ConditionalOnSandbox
class SelfMadeCertificate {

    private static final String FILE = "sandbox-certificate.p12";

    private final Supplier<SSLSocketFactory> sockets;

    SelfMadeCertificate(HomeProperties home) {
        SelfMadeKey key = new SelfMadeKey(home.home().resolve(FILE));
        this.sockets = SingletonSupplier.of(() -> load(key));
    }

    SSLSocketFactory sockets() {
        return sockets.get();
    }

    private static SSLSocketFactory load(SelfMadeKey key) {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(key.store(), SelfMadeKey.PASSWORD.toCharArray());
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(managers.getKeyManagers(), null, null);
            return made.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
