package io.heliograph.upstream;

import io.heliograph.dispatch.ProviderProperties;
import io.heliograph.tls.TlsBundle;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Which certificates are trusted where an account speaks SMPP with TLS: the public ones, or those of a bundle. */
@Component
class TrustedHosts {

    private final @Nullable TlsBundle bundle;

    TrustedHosts(ProviderProperties properties, ObjectProvider<SslBundles> bundles) {
        String name = properties.smppTlsBundle();
        this.bundle = name == null || name.isBlank()
                ? null
                : TlsBundle.calling("heliograph.provider.smpp-tls-bundle", name, bundles.getObject());
    }

    /** The same object until the bundle's files change. */
    SSLSocketFactory sockets() {
        return bundle == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : bundle.sockets();
    }
}
