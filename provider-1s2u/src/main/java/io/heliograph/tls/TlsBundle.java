package io.heliograph.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * A bundle of the settings ({@code spring.ssl.bundle}), read anew when its files change. Where the new files can't be
 * used, the ones before are used on.
 */
public final class TlsBundle {

    private static final Logger log = LoggerFactory.getLogger(TlsBundle.class);

    private final String setting;
    private final String name;
    private final boolean serves;
    private volatile Loaded loaded;

    private record Loaded(SSLSocketFactory sockets, List<String> protocols, List<String> ciphers) {}

    private TlsBundle(String setting, String name, boolean serves, SslBundles bundles) {
        this.setting = setting;
        this.name = name;
        this.serves = serves;
        try {
            this.loaded = load(bundles.getBundle(name));
            bundles.addBundleUpdateHandler(name, this::changed);
        } catch (NoSuchSslBundleException e) {
            throw new UnreadableCertificateException(
                    setting, name, "There is no bundle of this name below spring.ssl.bundle");
        }
    }

    /**
     * The bundle whose certificate a port of ours shows.
     *
     * @param setting that names it, for the message
     * @throws UnreadableCertificateException when there is no such bundle, or no certificate with its key in it
     */
    static TlsBundle serving(String setting, String name, SslBundles bundles) {
        return new TlsBundle(setting, name, true, bundles);
    }

    /**
     * The bundle whose certificates we trust, and whose own we show to who asks.
     *
     * @param setting that names it, for the message
     * @throws UnreadableCertificateException when there is no such bundle, or it can't be read
     */
    public static TlsBundle calling(String setting, String name, SslBundles bundles) {
        return new TlsBundle(setting, name, false, bundles);
    }

    /** Makes sockets with the present certificates; the same object until they change. */
    public SSLSocketFactory sockets() {
        return loaded.sockets();
    }

    /** The protocols that the bundle allows; empty where it does not say. */
    List<String> protocols() {
        return loaded.protocols();
    }

    /** The ciphers that the bundle allows; empty where it does not say. */
    List<String> ciphers() {
        return loaded.ciphers();
    }

    private Loaded load(SslBundle bundle) {
        try {
            if (serves) {
                requireKey(bundle);
            }
            SSLContext context = bundle.createSslContext();
            return new Loaded(
                    context.getSocketFactory(),
                    words(bundle.getOptions().getEnabledProtocols()),
                    words(bundle.getOptions().getCiphers()));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw e instanceof UnreadableCertificateException known
                    ? known
                    : new UnreadableCertificateException(setting, name, e);
        }
    }

    private void requireKey(SslBundle bundle) throws GeneralSecurityException {
        KeyStore keys = bundle.getStores().getKeyStore();
        if (keys == null) {
            throw new UnreadableCertificateException(setting, name, "It has no keystore");
        }
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return;
            }
        }
        throw new UnreadableCertificateException(setting, name, "Its keystore has no private key");
    }

    private void changed(SslBundle bundle) {
        try {
            loaded = load(bundle);
            log.info("{}={}: the certificate was read anew", setting, name);
        } catch (UnreadableCertificateException e) {
            log.error("{}. The one before is used on", e.getMessage());
        }
    }

    private static List<String> words(String @Nullable [] words) {
        return words == null ? List.of() : List.of(words);
    }
}
