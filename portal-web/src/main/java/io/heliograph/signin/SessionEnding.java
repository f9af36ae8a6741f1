package io.heliograph.signin;

import io.heliograph.tenants.SignInsEnded;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends a person's sessions on all nodes when they got a new password or were disabled. */
@Component
class SessionEnding {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Throttle throttle;

    SessionEnding(FindByIndexNameSessionRepository<? extends Session> sessions, Throttle throttle) {
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(SignInsEnded ended) {
        sessions.findByPrincipalName(ended.userId().toString()).keySet().forEach(sessions::deleteById);
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sweep() {
        throttle.sweep();
    }
}
