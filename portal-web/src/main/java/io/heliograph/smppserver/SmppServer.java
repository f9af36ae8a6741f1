package io.heliograph.smppserver;

import io.heliograph.smpp.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Listens for tenants' systems, in clear and with TLS. */
@Component
public class SmppServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmppServer.class);

    private static final int BACKLOG = 200;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration TO_BIND = Duration.ofSeconds(10);
    /** Who has connected and not bound yet; more are turned away. */
    private static final int MOST_UNBOUND = 500;

    private final SmppProperties properties;
    private final SslBundles bundles;
    private final Binding binding;
    private final Submitting submitting;
    private final Asking asking;
    private final SmppSessions sessions;
    private final Clock clock;
    private final List<ServerSocket> listening = new CopyOnWriteArrayList<>();
    private final Set<Conversation> unbound = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    SmppServer(
            SmppProperties properties,
            SslBundles bundles,
            Binding binding,
            Submitting submitting,
            Asking asking,
            SmppSessions sessions,
            Clock clock) {
        this.properties = properties;
        this.bundles = bundles;
        this.binding = binding;
        this.submitting = submitting;
        this.asking = asking;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The port that is listened on in clear; -1 for none. */
    public int port() {
        return port(socket -> !(socket instanceof SSLServerSocket));
    }

    /** The port that is listened on with TLS; -1 for none. */
    public int tlsPort() {
        return port(SSLServerSocket.class::isInstance);
    }

    private int port(Predicate<ServerSocket> wanted) {
        return listening.stream()
                .filter(wanted)
                .findFirst()
                .map(ServerSocket::getLocalPort)
                .orElse(-1);
    }

    @Override
    public void start() {
        running = true;
        if (properties.port() >= 0) {
            listen(properties.port(), ServerSocketFactory.getDefault(), false);
        }
        String bundle = properties.tlsBundle();
        if (bundle != null && properties.tlsPort() >= 0) {
            listen(
                    properties.tlsPort(),
                    bundles.getBundle(bundle).createSslContext().getServerSocketFactory(),
                    true);
        }
    }

    @Override
    public void stop() {
        running = false;
        listening.forEach(SmppServer::close);
        listening.clear();
        sessions.unbindAll();
        unbound.forEach(conversation -> conversation.link().close("The server stops"));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Turns away who has connected and does not bind. */
    @Scheduled(fixedDelay = 1_000)
    void turnAway() {
        unbound.removeIf(conversation -> !conversation.isUnboundFor(Duration.ZERO)
                || !conversation.link().isOpen());
        unbound.stream()
                .filter(conversation -> conversation.isUnboundFor(TO_BIND))
                .forEach(conversation -> conversation.link().close("It did not bind"));
    }

    private void listen(int port, ServerSocketFactory factory, boolean encrypted) {
        try {
            ServerSocket socket = factory.createServerSocket(port, BACKLOG);
            listening.add(socket);
            log.info("SMPP on port {}{}", socket.getLocalPort(), encrypted ? " with TLS" : "");
            Thread.ofPlatform().daemon().name("smpp-" + socket.getLocalPort()).start(() -> accept(socket, encrypted));
        } catch (IOException e) {
            String why = "SMPP can't listen on port " + port + ": set heliograph.smpp.port to another, or to -1";
            if (properties.required()) {
                throw new UncheckedIOException(why, e);
            }
            log.warn("{} ({})", why, e.getMessage());
        }
    }

    private void accept(ServerSocket server, boolean encrypted) {
        while (running && !server.isClosed()) {
            try {
                receive(server.accept(), encrypted);
            } catch (IOException e) {
                if (running) {
                    log.warn("A connection was not taken", e);
                }
            }
        }
    }

    private void receive(Socket socket, boolean encrypted) throws IOException {
        if (unbound.size() >= MOST_UNBOUND) {
            socket.close();
            return;
        }
        Peer peer = new Peer(socket.getInetAddress().getHostAddress(), encrypted);
        Link link = new Link(socket, IDLE);
        Conversation conversation = new Conversation(link, peer, binding, submitting, asking, clock);
        unbound.add(conversation);
        link.start(conversation);
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("Closing a port failed", e);
        }
    }
}
