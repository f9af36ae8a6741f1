package io.heliograph.signin;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** Where a person is signed in, on all nodes; each can be ended. */
@Component
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final AuditLog audit;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, AuditLog audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The person's sessions, this one first, then by when they were used last. */
    public List<Open> of(SignedIn who) {
        return all(who).map(Sessions::open)
                .sorted(Comparator.comparing(Open::current)
                        .thenComparing(Open::usedAt)
                        .reversed())
                .toList();
    }

    /** Ends one of the person's sessions; false when they have none such. */
    public boolean end(SignedIn who, UUID handle) {
        return end(who, all(who).filter(session -> handle.equals(session.getAttribute(Whereabouts.HANDLE))));
    }

    /** Ends all but this one. */
    public void endOthers(SignedIn who) {
        end(who, all(who).filter(session -> !isCurrent(session)));
    }

    private boolean end(SignedIn who, Stream<? extends Session> which) {
        List<? extends Session> ended = which.toList();
        ended.forEach(session -> {
            sessions.deleteById(session.getId());
            audit.write(new NewEntry(
                    who.tenantId(), Act.SESSION_ENDED, who.userId(), who.name(), text(session, Whereabouts.DEVICE)));
        });
        return !ended.isEmpty();
    }

    private Stream<? extends Session> all(SignedIn who) {
        Map<String, ? extends Session> found =
                sessions.findByPrincipalName(who.userId().toString());
        return found.values().stream();
    }

    private static Open open(Session session) {
        UUID handle = session.getAttribute(Whereabouts.HANDLE);
        return new Open(
                handle == null ? new UUID(0, 0) : handle,
                text(session, Whereabouts.DEVICE),
                text(session, Whereabouts.ADDRESS),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                isCurrent(session));
    }

    private static boolean isCurrent(Session session) {
        return session.getId()
                .equals(RequestContextHolder.currentRequestAttributes().getSessionId());
    }

    private static String text(Session session, String name) {
        return session.getAttributeOrDefault(name, "");
    }

    /**
     * A session that is open.
     *
     * @param id by which it can be ended; not what its cookie holds
     * @param device such as {@code Chrome, Windows}; may be empty
     * @param current whether it is the one that asks
     */
    public record Open(UUID id, String device, String address, Instant since, Instant usedAt, boolean current) {}
}
