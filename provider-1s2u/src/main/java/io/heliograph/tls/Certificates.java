package io.heliograph.tls;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Finds the certificate for a port. */
@Component
public class Certificates {

    private final SslBundles bundles;
    private final ObjectProvider<SelfMadeCertificate> selfMade;

    Certificates(SslBundles bundles, ObjectProvider<SelfMadeCertificate> selfMade) {
        this.bundles = bundles;
        this.selfMade = selfMade;
    }

    /**
     * The certificate of a bundle; where none is named, the sandbox's own, and empty outside of it.
     *
     * @param setting that names the bundle, for the message
     * @throws UnreadableCertificateException when a bundle is named and can't be used
     */
    public Optional<Certificate> of(String setting, @Nullable String bundle) {
        return bundle == null || bundle.isBlank()
                ? selfMade.stream().findFirst().map(made -> Certificate.of(made::sockets))
                : Optional.of(Certificate.of(TlsBundle.serving(setting, bundle, bundles)));
    }
}
