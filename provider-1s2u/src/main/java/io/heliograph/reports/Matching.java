package io.heliograph.reports;

import io.heliograph.dispatch.Queue;
import io.heliograph.messages.Correlation;
import io.heliograph.messages.Message;
import io.heliograph.messages.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the message a report is about: by 1s2u's id and the number; and where the id was never told because a request
 * was not answered, by the number and the sender among the uncertain ones (contract S9, D4).
 */
@Component
class Matching {

    private final Messages messages;
    private final Queue queue;

    Matching(Messages messages, Queue queue) {
        this.messages = messages;
        this.queue = queue;
    }

    /** The messages that these reports name by an id that is known. */
    Map<Correlation, Message> known(List<Report> reports) {
        return messages.correlated(
                reports.stream().map(Report::correlation).distinct().toList());
    }

    /** The same, locked for the transaction that applies them. */
    Map<Correlation, Message> lockKnown(List<Report> reports) {
        return messages.lockCorrelated(
                reports.stream().map(Report::correlation).distinct().toList());
    }

    /**
     * The message of one report: by its id, or the oldest uncertain one that fits. While a request to the same number is
     * still unanswered the report may be about that one, so it waits. Whether one is comes first: what is answered in
     * between is then found by its id.
     */
    Optional<Message> messageOf(Report report) {
        boolean underWay = queue.isUnderWayTo(report.accountId(), report.msisdn());
        return Optional.ofNullable(known(List.of(report)).get(report.correlation()))
                .or(() -> underWay ? Optional.empty() : unanswered(report));
    }

    private Optional<Message> unanswered(Report report) {
        List<Message> uncertain = messages.uncertainTo(report.accountId(), report.msisdn());
        return uncertain.stream()
                .filter(message -> message.providerMessageId() == null)
                .filter(message -> sameSender(message.sender(), report.source()))
                .findFirst();
    }

    private static boolean sameSender(String sender, String source) {
        return source.isBlank() || withoutPlus(sender).equalsIgnoreCase(withoutPlus(source));
    }

    private static String withoutPlus(String sender) {
        return sender.startsWith("+") ? sender.substring(1) : sender.strip();
    }
}
