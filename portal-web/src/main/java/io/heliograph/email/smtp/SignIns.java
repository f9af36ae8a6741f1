package io.heliograph.email.smtp;

import io.heliograph.credentials.Caller;
import io.heliograph.credentials.Credentials;
import io.heliograph.email.Answer;
import io.heliograph.email.Refusals;
import io.heliograph.email.SeenMails;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;

/** AUTH PLAIN and LOGIN with an API credential (RFC 4954). */
@Component
class SignIns implements AuthenticationHandlerFactory {

    private static final Answer WRONG = new Answer(535, "5.7.8", "The username or the secret is wrong, or revoked");
    private static final Answer NOT_ENCRYPTED =
            new Answer(538, "5.7.11", "Start TLS first: the secret would be readable on the way");
    private static final Answer EMPTY = new Answer(501, "5.5.2", "An empty line is no answer here");
    private static final Answer TOO_OFTEN = new Answer(421, "4.7.0", "Too many failed sign-ins. Connect again");

    private static final long LISTED_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final Map<UUID, Long> listed = new ConcurrentHashMap<>();
    private final Credentials credentials;
    private final Guests guests;
    private final SeenMails seen;
    private final Encryption encryption;

    SignIns(Credentials credentials, Guests guests, SeenMails seen, Encryption encryption) {
        this.credentials = credentials;
        this.guests = guests;
        this.seen = seen;
        this.encryption = encryption;
    }

    @Override
    public List<String> getAuthenticationMechanisms() {
        return List.of("PLAIN", "LOGIN");
    }

    @Override
    public AuthenticationHandler create() {
        return new Exchange();
    }

    /** One AUTH command; the library speaks the two mechanisms and asks here whether the pair is right. */
    private final class Exchange implements AuthenticationHandler {

        private String username = "";
        private String secret = "";
        private final AuthenticationHandler mechanisms = new EasyAuthenticationHandlerFactory((name, password, _) -> {
                    username = name;
                    secret = password;
                })
                .create();

        @Override
        public Optional<String> auth(String said, MessageContext connection) throws RejectException {
            Guest guest = guests.of(connection);
            if (!encryption.allowsSecretsOn(guest.session())) {
                throw Replies.reject(NOT_ENCRYPTED);
            }
            Optional<String> next = step(said, connection);
            if (next.isEmpty()) {
                signIn(guest, username, secret);
                secret = "";
            }
            return next;
        }

        private Optional<String> step(String said, MessageContext connection) throws RejectException {
            try {
                return mechanisms.auth(said, connection);
            } catch (NoSuchElementException _) {
                throw Replies.reject(EMPTY);
            }
        }

        @Override
        public Object getIdentity() {
            return username;
        }
    }

    private void signIn(Guest guest, String username, String secret) throws RejectException {
        try {
            Optional<Caller> caller = credentials.authenticate(username, secret, guest.source());
            if (caller.isEmpty()) {
                throw refused(guest, username, secret);
            }
            guest.signIn(caller.get(), username);
        } catch (DataAccessException | TransactionException _) {
            throw Replies.reject(new Answer(454, "4.7.0", Refusals.UNAVAILABLE.words()));
        }
    }

    /** Whoever has the secret is told that the account is suspended; whoever owns the username reads of every failure. */
    private RejectException refused(Guest guest, String username, String secret) {
        Answer answer =
                credentials.holds(username, secret) ? new Answer(535, "5.7.8", Refusals.SUSPENDED.words()) : WRONG;
        credentials
                .owner(username)
                .filter(this::isTime)
                .ifPresent(tenantId -> seen.refused(tenantId, guest.source(), username, answer));
        return guest.mayTryAgain() ? Replies.reject(answer) : sendAway(guest);
    }

    /** A flood of wrong secrets is listed once in a while. */
    private boolean isTime(UUID tenantId) {
        long now = System.nanoTime();
        Long before = listed.put(tenantId, now);
        if (before == null || now - before > LISTED_EVERY_NANOS) {
            return true;
        }
        listed.put(tenantId, before);
        return false;
    }

    /** The library goes on after a refusal here, whatever it says: so the connection is closed at once. */
    private static RejectException sendAway(Guest guest) {
        try {
            guest.session().sendResponse(TOO_OFTEN.status() + " " + TOO_OFTEN.line());
        } catch (IOException _) {
            // It is gone already.
        }
        guest.session().quit();
        return Replies.reject(TOO_OFTEN);
    }
}
