package io.heliograph.email;

import io.heliograph.db.Transactions;
import io.heliograph.mail.Outbox;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the writer of a mail, by one mail, what became of its messages: when all are settled, or after three days. */
@Component
class Reports {

    private static final int BATCH = 50;
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofDays(3);

    private final ReportRows rows;
    private final Messages messages;
    private final Outbox outbox;
    private final MessageSource texts;
    private final Transactions transactions;
    private final Clock clock;

    Reports(
            ReportRows rows,
            Messages messages,
            Outbox outbox,
            MessageSource texts,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.outbox = outbox;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A report will go to this address; none to one that would become a message itself. */
    void promise(UUID tenantId, UUID submissionId, String recipient) {
        if (isSomebody(recipient)) {
            Instant now = clock.instant();
            transactions.run(() ->
                    rows.insert(new ReportRows.Promise(tenantId, submissionId, recipient, now, now.plus(FIRST_LOOK))));
        }
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT5S")
    void sendDue() {
        rows.due(clock.instant(), BATCH).forEach(this::look);
    }

    private void look(ReportRows.Promise promise) {
        List<Message> theirs = messages.page(
                promise.tenantId(),
                new MessageFilter(Set.of(), null, promise.submissionId(), null),
                null,
                Channel.EMAIL.mostNumbers());
        Duration age = Duration.between(promise.askedAt(), clock.instant());
        if (theirs.stream().allMatch(Reports::isSettled) || age.compareTo(LONGEST_WAIT) > 0) {
            transactions.run(() -> {
                if (rows.keep(promise)) {
                    outbox.send(promise.tenantId(), promise.recipient(), subject(theirs), body(theirs));
                }
            });
        } else {
            Duration pause = age.dividedBy(4);
            Duration kept = pause.compareTo(FIRST_LOOK) < 0 ? FIRST_LOOK : pause;
            Instant next = clock.instant().plus(kept.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : kept);
            transactions.run(() -> rows.postpone(promise, next));
        }
    }

    private String subject(List<Message> theirs) {
        long delivered = theirs.stream()
                .filter(message -> message.state() == MessageState.DELIVERED)
                .count();
        return word("email.report.subject", delivered, theirs.size());
    }

    private String body(List<Message> theirs) {
        String lines = theirs.stream()
                .map(message -> "+" + message.msisdn() + ": " + word("email.report.state." + message.state()))
                .collect(Collectors.joining("\n"));
        String text = theirs.isEmpty() ? "" : theirs.getFirst().text();
        return word("email.report.body", lines, text);
    }

    private String word(String key, Object... words) {
        return texts.getMessage(key, words, Locale.ENGLISH);
    }

    private static boolean isSettled(Message message) {
        return message.state().isFinal() || message.state() == MessageState.UNKNOWN;
    }

    private static boolean isSomebody(String address) {
        return SmsAddress.parse(address)
                .filter(other -> other.msisdn().isEmpty())
                .isPresent();
    }
}
