package io.heliograph.reports;

import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.provider.ReportedState;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a report does to its message: states only move forward, and the first final one stays (contract D2, D4). */
@Component
class Applying {

    private final Lifecycle lifecycle;
    private final Folding folding;

    Applying(Lifecycle lifecycle, Folding folding) {
        this.lifecycle = lifecycle;
        this.folding = folding;
    }

    ReportOutcome apply(Report report, Message message) {
        lifecycle.correlate(message, report.providerMessageId());
        Optional<MessageState> next = folding.state(report, message).flatMap(Applying::state);
        if (next.isEmpty()) {
            return ReportOutcome.NOTED;
        }
        MessageState reported = next.get();
        if (message.state() == reported) {
            return ReportOutcome.REPEATED;
        }
        if (message.state().canBecome(reported)) {
            boolean moved = lifecycle.reported(message, reported, report.providerMessageId());
            if (!moved) {
                throw new IllegalStateException("Message " + message.id() + " changed under its report");
            }
            return ReportOutcome.APPLIED;
        }
        return message.state().isFinal() && reported != MessageState.SUBMITTED
                ? ReportOutcome.CONTRADICTED
                : ReportOutcome.NOTED;
    }

    /** Where the network says the message is; a report that it took it settles only what was uncertain. */
    private static Optional<MessageState> state(ReportedState reported) {
        return switch (reported) {
            case DELIVRD -> Optional.of(MessageState.DELIVERED);
            case UNDELIV, REJECTD -> Optional.of(MessageState.UNDELIVERED);
            case EXPIRED, DELETED -> Optional.of(MessageState.EXPIRED);
            case ACCEPTD, ENROUTE -> Optional.of(MessageState.SUBMITTED);
            case UNKNOWN -> Optional.empty();
        };
    }
}
