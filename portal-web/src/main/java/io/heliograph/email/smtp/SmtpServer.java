package io.heliograph.email.smtp;

import io.heliograph.email.MailServer;
import io.heliograph.email.Receiving;
import io.heliograph.email.SeenMails;
import io.heliograph.messages.Channel;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.internal.proxy.ProxyHandler;
import org.subethamail.smtp.internal.proxy.ProxyProtocolV1V2Handler;
import org.subethamail.smtp.server.SMTPServer;

/** Listens for mails from the start of the application to its end, each connection on a virtual thread. */
@Component
class SmtpServer implements SmartLifecycle, MailServer {

    private static final Logger log = LoggerFactory.getLogger(SmtpServer.class);
    private static final int BACKLOG = 200;

    private final SmtpProperties properties;
    private final Encryption encryption;
    private final Guests guests;
    private final SignIns signIns;
    private final Commands commands;
    private final Doorkeeper doorkeeper;
    private final Receiving receiving;
    private final SeenMails seen;

    private volatile boolean running;
    private volatile boolean saidThatItIsTaken;
    private volatile @Nullable SMTPServer server;

    SmtpServer(
            SmtpProperties properties,
            Encryption encryption,
            Guests guests,
            SignIns signIns,
            Commands commands,
            Doorkeeper doorkeeper,
            Receiving receiving,
            SeenMails seen) {
        this.properties = properties;
        this.encryption = encryption;
        this.guests = guests;
        this.signIns = signIns;
        this.commands = commands;
        this.doorkeeper = doorkeeper;
        this.receiving = receiving;
        this.seen = seen;
    }

    @Override
    public void start() {
        running = properties.port() >= 0;
        if (running && !encryption.allowsSecrets()) {
            log.warn("Nobody can sign in to send mails: set heliograph.smtp.tls-bundle");
        }
        listen();
    }

    /** Where the port was taken, another program may have left it meanwhile; the portal itself does not wait for it. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void listen() {
        if (!running || server != null) {
            return;
        }
        SMTPServer made = make();
        try {
            made.start();
            server = made;
            log.info("Mails are taken on port {}", port());
        } catch (RuntimeException e) {
            if (!saidThatItIsTaken) {
                log.error("No mails are taken: port {} cannot be used ({})", properties.port(), e.getMessage());
            }
            saidThatItIsTaken = true;
        }
    }

    /** Takes no connection more, and ends those that are open: what was not answered is handed in again. */
    @Override
    public void stop() {
        running = false;
        SMTPServer listening = server;
        if (listening != null) {
            listening.stop();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean takesFromAnybody() {
        return properties.inbound();
    }

    @Override
    public String domain(String host) {
        return properties.domains().isEmpty() ? host : properties.domains().getFirst();
    }

    @Override
    public int port() {
        SMTPServer listening = server;
        if (listening == null) {
            return -1;
        }
        return properties.port() == 0 ? listening.getPortAllocated() : properties.port();
    }

    private SMTPServer make() {
        SMTPServer made = SMTPServer.port(properties.port())
                .bindAddress(Optional.ofNullable(properties.address()))
                .backlog(BACKLOG)
                .hostName(properties.hostName())
                .softwareName("ready")
                .serverThreadName("smtp")
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(connection -> new Handover(guests.of(connection), doorkeeper, receiving, seen))
                .authenticationHandlerFactory(signIns)
                .enableTLS(encryption.isOffered())
                .startTlsSocketFactory(encryption)
                .proxyHandler(properties.proxyProtocol() ? ProxyProtocolV1V2Handler.INSTANCE : ProxyHandler.NOP)
                .sessionHandler(guests)
                .maxConnections(properties.mostConnections())
                .maxRecipients(Channel.EMAIL.mostNumbers())
                .maxMessageSize(properties.mostBytes())
                .connectionTimeoutMs(Math.toIntExact(properties.timeout().toMillis()))
                .build();
        commands.putInto(made);
        return made;
    }
}
