package io.heliograph.smppserver;

import io.heliograph.smpp.Link;
import io.heliograph.tls.Certificate;
import io.heliograph.tls.Certificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Listens for tenants' systems, in clear and with TLS. Who has not bound yet is a stranger: it has ten seconds, and one
 * machine has few of the places that there are for strangers.
 */
@Component
public class SmppServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmppServer.class);

    private static final int BACKLOG = 200;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration TO_BIND = Duration.ofSeconds(10);
    /** Who has connected and not bound yet; more are turned away. */
    private static final int MOST_UNBOUND = 500;

    private final SmppProperties properties;
    private final Binding binding;
    private final Submitting submitting;
    private final Asking asking;
    private final SmppSessions sessions;
    private final Clock clock;
    private final Set<Conversation> unbound = ConcurrentHashMap.newKeySet();

    private final @Nullable Certificate certificate;

    private volatile boolean running;
    private volatile @Nullable ServerSocket inClear;
    private volatile @Nullable ServerSocket withTls;

    SmppServer(
            SmppProperties properties,
            Certificates certificates,
            Binding binding,
            Submitting submitting,
            Asking asking,
            SmppSessions sessions,
            Clock clock) {
        this.properties = properties;
        this.certificate = certificates
                .of("heliograph.smpp.tls-bundle", properties.tlsBundle())
                .orElse(null);
        this.binding = binding;
        this.submitting = submitting;
        this.asking = asking;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The port that is listened on in clear; -1 for none. */
    public int port() {
        return port(inClear);
    }

    /** The port that is listened on with TLS; -1 for none. */
    public int tlsPort() {
        return port(withTls);
    }

    private static int port(@Nullable ServerSocket listening) {
        return listening == null ? -1 : listening.getLocalPort();
    }

    @Override
    public void start() {
        running = true;
        inClear = listen("heliograph.smpp.port", properties.port(), null);
        withTls = certificate == null ? null : listen("heliograph.smpp.tls-port", properties.tlsPort(), certificate);
    }

    @Override
    public void stop() {
        running = false;
        close(inClear);
        close(withTls);
        inClear = null;
        withTls = null;
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
        forgetBoundAndClosed();
        unbound.stream()
                .filter(conversation -> conversation.isUnboundFor(TO_BIND))
                .forEach(conversation ->
                        Thread.startVirtualThread(() -> conversation.link().close("It did not bind")));
    }

    private @Nullable ServerSocket listen(String setting, int port, @Nullable Certificate shown) {
        if (port < 0) {
            return null;
        }
        try {
            ServerSocket socket = new ServerSocket(port, BACKLOG);
            log.info("SMPP on port {}{}", socket.getLocalPort(), shown == null ? "" : " with TLS");
            Thread.ofPlatform().daemon().name("smpp-" + socket.getLocalPort()).start(() -> accept(socket, shown));
            return socket;
        } catch (IOException e) {
            String why = "SMPP can't listen on port " + port + ": set " + setting + " to another, or to -1";
            if (properties.required()) {
                throw new UncheckedIOException(why, e);
            }
            log.warn("{} ({})", why, e.getMessage());
            return null;
        }
    }

    private void accept(ServerSocket server, @Nullable Certificate shown) {
        while (running && !server.isClosed()) {
            try {
                receive(server.accept(), shown);
            } catch (IOException e) {
                if (running) {
                    log.warn("A connection was not taken", e);
                }
            }
        }
    }

    /** One at a time: both ports share the places, and none is given twice. */
    private synchronized void receive(Socket socket, @Nullable Certificate shown) throws IOException {
        Peer peer = new Peer(socket.getInetAddress().getHostAddress(), shown != null);
        if (!hasRoom(peer)) {
            socket.close();
            return;
        }
        Link link = new Link(shown == null ? socket : shown.over(socket), IDLE);
        Conversation conversation = new Conversation(link, peer, binding, submitting, asking, clock);
        unbound.add(conversation);
        link.start(conversation);
    }

    private boolean hasRoom(Peer newcomer) {
        forgetBoundAndClosed();
        return unbound.size() < MOST_UNBOUND
                && unbound.stream()
                                .filter(conversation -> conversation.isWith(newcomer.address()))
                                .count()
                        < properties.mostUnboundPerAddress();
    }

    private void forgetBoundAndClosed() {
        unbound.removeIf(conversation -> !conversation.isUnboundFor(Duration.ZERO)
                || !conversation.link().isOpen());
    }

    private static void close(@Nullable ServerSocket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            log.debug("Closing a port failed", e);
        }
    }
}
