package io.heliograph.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** What a port of ours shows to who connects with TLS 1.2 or 1.3. */
public final class Certificate {

    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** After so long a close gives up telling the other side; without, one that does not read would hold it for ever. */
    private static final int LINGER_SECONDS = 1;

    private final Supplier<SSLSocketFactory> sockets;
    private final @Nullable TlsBundle bundle;

    private Certificate(Supplier<SSLSocketFactory> sockets, @Nullable TlsBundle bundle) {
        this.sockets = sockets;
        this.bundle = bundle;
    }

    static Certificate of(TlsBundle bundle) {
        return new Certificate(bundle::sockets, bundle);
    }

    static Certificate of(Supplier<SSLSocketFactory> sockets) {
        return new Certificate(sockets, null);
    }

    /** The connection with TLS over it; the handshake comes with the first byte that is read or written. */
    public SSLSocket over(Socket connection) throws IOException {
        InetSocketAddress client = (InetSocketAddress) connection.getRemoteSocketAddress();
        // Without an address in words the library would look for the client's name in the DNS.
        SSLSocket encrypted = (SSLSocket)
                sockets.get().createSocket(connection, client.getAddress().getHostAddress(), client.getPort(), true);
        encrypted.setUseClientMode(false);
        List<String> protocols = bundle == null || bundle.protocols().isEmpty() ? PROTOCOLS : bundle.protocols();
        encrypted.setEnabledProtocols(protocols.toArray(String[]::new));
        if (bundle != null && !bundle.ciphers().isEmpty()) {
            encrypted.setEnabledCipherSuites(bundle.ciphers().toArray(String[]::new));
        }
        encrypted.setSoLinger(true, LINGER_SECONDS);
        return encrypted;
    }
}
