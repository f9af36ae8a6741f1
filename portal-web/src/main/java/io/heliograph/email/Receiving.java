package io.heliograph.email;

import io.heliograph.email.content.MailContent;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Messages;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.SubmissionResult;
import io.heliograph.submissions.Submissions;
import io.heliograph.text.MessageText;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Makes messages of a mail: holds it against what the customer chose, and hands it to the one way in. */
@Component
public class Receiving {

    private static final Logger log = LoggerFactory.getLogger(Receiving.class);

    private final EmailAccess access;
    private final DayLimit days;
    private final Submissions submissions;
    private final Messages messages;
    private final SeenMails seen;
    private final Reports reports;

    Receiving(
            EmailAccess access,
            DayLimit days,
            Submissions submissions,
            Messages messages,
            SeenMails seen,
            Reports reports) {
        this.access = access;
        this.days = days;
        this.submissions = submissions;
        this.messages = messages;
        this.seen = seen;
        this.reports = reports;
    }

    /** The answer to a mail; when it is good, the messages are on disk. Whether the customer may send is the caller's question. */
    public Answer receive(IncomingMail mail) {
        EmailSettings settings = access.settings(mail.tenantId());
        MailContent content = mail.content();
        Optional<String> sender = settings.senderFor(content.from(), mail.username());
        String text = content.text(settings.subjectInFront());
        int parts = MessageText.of(text).segments();
        if (content.isAutomaticReply()) {
            return refused(mail, Refusals.automatic());
        }
        if (!settings.allows(content.from())) {
            return refused(mail, Refusals.notAllowed(content.from()));
        }
        if (sender.isEmpty()) {
            return refused(mail, Refusals.noSender());
        }
        if (parts > settings.mostParts()) {
            return refused(mail, Refusals.tooLong(parts, settings.mostParts()));
        }
        return accept(mail, settings, request(mail, sender.get(), text));
    }

    private static SubmissionRequest request(IncomingMail mail, String sender, String text) {
        return new SubmissionRequest(
                mail.tenantId(),
                Channel.EMAIL,
                mail.credentialId(),
                null,
                sender,
                text,
                mail.msisdns(),
                mail.content().keyFor(mail.msisdns()).orElse(null));
    }

    private Answer accept(IncomingMail mail, EmailSettings settings, SubmissionRequest request) {
        Integer most = settings.mostMessagesADay();
        if (most == null || wasAccepted(request)) {
            return answer(mail, settings, submissions.accept(request));
        }
        LocalDate today = days.today(mail.tenantId());
        int wanted = request.msisdns().size();
        if (!days.take(mail.tenantId(), today, wanted, most)) {
            return refused(mail, Refusals.dayIsFull(most));
        }
        SubmissionResult result = submissions.accept(request);
        if (!(result instanceof SubmissionResult.Accepted accepted) || accepted.replayed()) {
            days.giveBack(mail.tenantId(), today, wanted);
        }
        return answer(mail, settings, result);
    }

    private boolean wasAccepted(SubmissionRequest request) {
        @Nullable String key = request.idempotencyKey();
        return key != null && messages.submissionByKey(request.tenantId(), key).isPresent();
    }

    private Answer answer(IncomingMail mail, EmailSettings settings, SubmissionResult result) {
        return switch (result) {
            case SubmissionResult.Refused refused -> refused(mail, Refusals.of(refused.refusal()));
            case SubmissionResult.Accepted accepted -> accepted(mail, settings, accepted);
        };
    }

    private Answer refused(IncomingMail mail, Answer answer) {
        seen.refused(mail.tenantId(), mail.source(), mail.content().from(), answer);
        return answer;
    }

    /** The messages are on disk: what fails from here on must not make the mail come again. */
    private Answer accepted(IncomingMail mail, EmailSettings settings, SubmissionResult.Accepted accepted) {
        Answer answer = new Answer(
                250,
                "2.0.0",
                "Accepted as %s: %d %s, credits used: %s"
                        .formatted(
                                accepted.submissionId(),
                                accepted.messages(),
                                accepted.messages() == 1 ? "message" : "messages",
                                accepted.price()));
        try {
            if (settings.reportByMail()) {
                reports.promise(
                        mail.tenantId(), accepted.submissionId(), mail.content().from());
            }
            if (!accepted.replayed()) {
                seen.keep(mail.tenantId(), mail.source(), mail.content().from(), answer, accepted.submissionId());
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("A mail was accepted, and could not be listed or its report not be promised", e);
        }
        return answer;
    }
}
