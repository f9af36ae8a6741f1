package io.heliograph.provider.smpp;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a session goes, and as whom.
 *
 * @param tls makes the encrypted connection, and checks the host's certificate; null for one in clear
 * @param window requests that may wait for their answer, 1 to 500
 */
public record SmppTarget(
        String host, int port, @Nullable SSLSocketFactory tls, String systemId, String password, int window) {

    /** Without the password. */
    @Override
    public String toString() {
        return "SmppTarget[" + host + ":" + port + ", " + systemId + "]";
    }
}
