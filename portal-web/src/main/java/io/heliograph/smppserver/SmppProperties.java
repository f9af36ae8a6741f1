package io.heliograph.smppserver;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tenants' systems bind.
 *
 * @param port in clear; 0 for any that is free, below 0 for none
 * @param tlsPort with TLS, once {@code tlsBundle} is set, or in the sandbox; the same
 * @param required whether the portal does not start where a port is taken; not so in the sandbox, of which several may
 *     run on one machine
 * @param tlsBundle the name of a bundle under {@code spring.ssl.bundle} with a certificate and its key; null for none, or
 *     in the sandbox a self-made one
 * @param mostUnboundPerAddress connections from one machine to this node, of both ports, that have not bound yet
 */
@ConfigurationProperties("heliograph.smpp")
record SmppProperties(
        @DefaultValue("2779") int port,
        @DefaultValue("2777") int tlsPort,
        @DefaultValue("true") boolean required,
        @Nullable String tlsBundle,
        @DefaultValue("20") int mostUnboundPerAddress) {

    SmppProperties {
        if (port > 65_535 || tlsPort > 65_535) {
            throw new IllegalArgumentException("heliograph.smpp.port and tls-port: 65535 at most");
        }
        if (mostUnboundPerAddress < 1) {
            throw new IllegalArgumentException("heliograph.smpp.most-unbound-per-address: at least one");
        }
    }
}
