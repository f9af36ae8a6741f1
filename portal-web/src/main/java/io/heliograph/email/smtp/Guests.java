package io.heliograph.email.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** Who is connected to this node: a few from each machine, and nobody for ever. */
@Component
class Guests implements SessionHandler {

    private static final Logger log = LoggerFactory.getLogger(Guests.class);

    private record Stay(Guest guest, long since) {}

    private final Map<Session, Stay> inside = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> machines = new ConcurrentHashMap<>();
    private final SmtpProperties properties;

    Guests(SmtpProperties properties) {
        this.properties = properties;
    }

    @Override
    public SessionAcceptance accept(Session session) {
        InetAddress machine = session.getRemoteAddress().getAddress();
        int theirs = machines.merge(machine, 1, Integer::sum);
        if (theirs > properties.mostConnectionsPerAddress()) {
            leave(machine);
            return SessionAcceptance.failure(
                    421, "4.7.0 Too many connections from your address. Close some and try again");
        }
        inside.put(session, new Stay(new Guest(session), System.nanoTime()));
        return SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {
        if (inside.remove(session) != null) {
            leave(session.getRemoteAddress().getAddress());
        }
    }

    /** The guest of a connection that was accepted. */
    Guest of(MessageContext connection) {
        Stay stay = connection instanceof Session session ? inside.get(session) : null;
        if (stay == null) {
            throw new IllegalStateException("This connection was not accepted");
        }
        return stay.guest();
    }

    /** Sends away who has been here for too long: a connection that says a byte a minute never times out. */
    @Scheduled(fixedDelayString = "PT5S")
    void sendAway() {
        long longest = properties.longestSession().toNanos();
        inside.values().stream()
                .filter(stay -> System.nanoTime() - stay.since() > longest)
                .map(stay -> stay.guest().session())
                .forEach(session -> Thread.ofVirtual().start(() -> close(session)));
    }

    private void leave(InetAddress machine) {
        machines.computeIfPresent(machine, (_, theirs) -> theirs == 1 ? null : theirs - 1);
    }

    private static void close(Session session) {
        try {
            session.closeSocket();
        } catch (IOException e) {
            log.debug("A connection that was too long could not be closed", e);
        }
    }
}
