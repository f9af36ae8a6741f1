package io.heliograph.portal.smpp;

import io.heliograph.smppserver.SmppServer;
import io.heliograph.tenants.PublicUrl;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where tenants' systems connect to. */
@Component
class SmppAddress {

    private final PublicUrl address;
    private final SmppServer server;

    SmppAddress(PublicUrl address, SmppServer server) {
        this.address = address;
        this.server = server;
    }

    String host() {
        return Objects.requireNonNullElse(URI.create(address.of("/")).getHost(), "localhost");
    }

    /** As text, so that it is not grouped; null where it is switched off. */
    @Nullable
    String port() {
        return text(server.port());
    }

    /** The same, with TLS. */
    @Nullable
    String tlsPort() {
        return text(server.tlsPort());
    }

    private static @Nullable String text(int port) {
        return port < 0 ? null : String.valueOf(port);
    }
}
