package io.heliograph.email.smtp;

import io.heliograph.credentials.Caller;
import io.heliograph.email.Answer;
import io.heliograph.email.IncomingMail;
import io.heliograph.email.Receiving;
import io.heliograph.email.Refusals;
import io.heliograph.email.SeenMails;
import io.heliograph.email.SmsAddress;
import io.heliograph.email.content.MailContent;
import io.heliograph.email.content.MailReader;
import io.heliograph.email.content.UnreadableMailException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail being handed in: MAIL, RCPT, DATA (RFC 5321). */
final class Handover implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private static final Answer SIGN_IN = new Answer(530, "5.7.0", "Sign in first, with an API credential");
    private static final Answer REVOKED = new Answer(550, "5.7.1", "This credential was revoked. Sign in with another");
    private static final Answer UNKNOWN = new Answer(550, "5.1.1", "Nobody has this address");
    private static final Answer OTHERS = new Answer(452, "4.5.3", "Another customer's address: send it by itself");
    private static final Answer ENOUGH =
            new Answer(421, "4.7.0", "Enough mails on this connection. Connect again for more");
    private static final Answer TOO_OFTEN = new Answer(421, "4.7.0", "Too many refused commands. Connect again");

    private final Guest guest;
    private final Doorkeeper doorkeeper;
    private final Receiving receiving;
    private final SeenMails seen;
    private final Set<String> msisdns = new LinkedHashSet<>();

    private @Nullable UUID tenantId;
    private String envelopeFrom = "";

    Handover(Guest guest, Doorkeeper doorkeeper, Receiving receiving, SeenMails seen) {
        this.guest = guest;
        this.doorkeeper = doorkeeper;
        this.receiving = receiving;
        this.seen = seen;
    }

    static Answer tooLarge(int mostBytes) {
        return new Answer(552, "5.3.4", "The mail is larger than " + mostBytes / 1024 + " KB with its attachments");
    }

    @Override
    public void from(String address) throws RejectException {
        if (!guest.mayHandIn(doorkeeper.mostMailsPerConnection())) {
            throw Replies.drop(ENOUGH);
        }
        envelopeFrom = address;
        Optional<Answer> refusal = safely(this::refusalOfGuest);
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
    }

    @Override
    public void recipient(String address) throws RejectException {
        Optional<Answer> refusal = safely(() -> refusalOf(address));
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
    }

    @Override
    public @Nullable String data(InputStream mail) throws RejectException, IOException {
        Optional<byte[]> bytes = MailBytes.read(mail, doorkeeper.mostBytes());
        Answer answer = bytes.isEmpty()
                ? listed(tooLarge(doorkeeper.mostBytes()))
                : safely(() -> Optional.of(received(bytes.get()))).orElseThrow();
        if (answer.isGood()) {
            return answer.line();
        }
        // The library leaves the talk in the middle of the mail that it just refused.
        guest.session().resetMailTransaction();
        throw Replies.reject(answer);
    }

    @Override
    public void done() {
        // Nothing is kept beyond the mail.
    }

    private Optional<Answer> refusalOfGuest() {
        Optional<Caller> caller = guest.caller();
        if (caller.isEmpty()) {
            return doorkeeper.takesFromAnybody() ? Optional.empty() : Optional.of(SIGN_IN);
        }
        tenantId = caller.get().tenantId();
        if (!doorkeeper.stillWorks(caller.get())) {
            return Optional.of(REVOKED);
        }
        return doorkeeper.isSuspended(tenantId) ? Optional.of(Refusals.SUSPENDED) : Optional.empty();
    }

    private Optional<Answer> refusalOf(String address) {
        Optional<SmsAddress> to = SmsAddress.parse(address);
        if (to.isEmpty() || !doorkeeper.isOurs(to.get().domain())) {
            return Optional.of(
                    new Answer(550, "5.7.1", "<" + address + "> is not for us: write to <number>@<our domain>"));
        }
        Optional<Answer> stranger = guest.caller().isPresent() ? Optional.empty() : refusalOfStranger(to.get());
        if (stranger.isPresent()) {
            return stranger;
        }
        Optional<String> msisdn = to.get().msisdn();
        msisdn.ifPresent(msisdns::add);
        return msisdn.isPresent()
                ? Optional.empty()
                : Optional.of(new Answer(
                        553, "5.1.3", "\"" + to.get().number() + "\" is no number: 10 to 18 digits with country code"));
    }

    /** Who has not signed in needs a secret in the address, and the same customer's for all of a mail. */
    private Optional<Answer> refusalOfStranger(SmsAddress to) {
        if (to.secret() == null) {
            return Optional.of(SIGN_IN);
        }
        Optional<UUID> owner = doorkeeper.owner(to.secret());
        if (owner.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        if (tenantId != null && !tenantId.equals(owner.get())) {
            return Optional.of(OTHERS);
        }
        tenantId = owner.get();
        return doorkeeper.isSuspended(owner.get()) ? Optional.of(Refusals.SUSPENDED) : Optional.empty();
    }

    private Answer received(byte[] bytes) {
        MailContent content;
        try {
            content = MailReader.read(bytes);
        } catch (UnreadableMailException e) {
            return listed(new Answer(554, "5.6.0", String.valueOf(e.getMessage())));
        }
        return receiving.receive(new IncomingMail(
                Objects.requireNonNull(tenantId),
                guest.caller().map(Caller::credentialId).orElse(null),
                guest.username(),
                guest.source(),
                content,
                List.copyOf(msisdns)));
    }

    /** What fails on our side is said to be so, and that it may be tried again. */
    private Optional<Answer> safely(Supplier<Optional<Answer>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            log.error("A mail could not be taken", e);
            return Optional.of(Refusals.UNAVAILABLE);
        }
    }

    private RejectException refused(Answer answer) {
        Answer listed = safely(() -> Optional.of(listed(answer))).orElse(answer);
        return guest.mayGoOn() ? Replies.reject(listed) : Replies.drop(TOO_OFTEN);
    }

    private Answer listed(Answer answer) {
        if (tenantId != null) {
            seen.refused(tenantId, guest.source(), envelopeFrom, answer);
        }
        return answer;
    }
}
