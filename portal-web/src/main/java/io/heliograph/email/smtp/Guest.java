package io.heliograph.email.smtp;

import io.heliograph.credentials.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.Session;

/** Somebody at the door: a connection, and who signed in on it. Used by the thread of its connection alone. */
final class Guest {

    private static final int MOST_REFUSALS = 100;
    private static final int MOST_FAILED_SIGN_INS = 3;

    private final Session session;
    private @Nullable Caller caller;
    private @Nullable String username;
    private int refusals;
    private int failedSignIns;
    private int mails;

    Guest(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    /** The address of its machine. */
    String source() {
        return session.getRemoteAddress().getAddress().getHostAddress();
    }

    void signIn(Caller who, String name) {
        caller = who;
        username = name;
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    @Nullable
    String username() {
        return username;
    }

    /** Counts something that was refused; false when it was one too many. */
    boolean mayGoOn() {
        return ++refusals < MOST_REFUSALS;
    }

    /** Counts a mail that is begun; false when it is one more than {@code most}. */
    boolean mayHandIn(int most) {
        return ++mails <= most;
    }

    /** Counts a sign-in that failed; false when it was one too many. */
    boolean mayTryAgain() {
        return ++failedSignIns < MOST_FAILED_SIGN_INS;
    }
}
