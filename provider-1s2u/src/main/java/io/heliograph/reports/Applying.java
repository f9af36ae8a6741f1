package io.heliograph.reports;

import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Reported;
import io.heliograph.provider.ReportedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What reports do to their messages: states only move forward, and the first final one stays (contract D2, D4). */
@Component
class Applying {

    private final Lifecycle lifecycle;
    private final Folding folding;

    Applying(Lifecycle lifecycle, Folding folding) {
        this.lifecycle = lifecycle;
        this.folding = folding;
    }

    /** Applies a report that may have found its message without knowing its id. */
    Settled apply(Report report, Message message) {
        lifecycle.correlate(message, report.providerMessageId());
        Settled settled = apply(Map.of(report, message), false).getFirst();
        if (settled.isPending()) {
            throw new IllegalStateException("Message " + message.id() + " changed under its report");
        }
        return settled;
    }

    /** Applies reports, each to a message of its own that is locked. */
    List<Settled> applyLocked(Map<Report, Message> matched) {
        return apply(matched, true);
    }

    /** What each did; one stays pending if its message changed meanwhile. */
    private List<Settled> apply(Map<Report, Message> matched, boolean locked) {
        List<Settled> settled = new ArrayList<>();
        Map<Report, Reported> moves = new HashMap<>();
        Set<Report> ofParts = folding.ofParts(matched);
        matched.forEach((report, message) -> {
            Optional<MessageState> next = (ofParts.contains(report)
                            ? folding.state(report, message)
                            : ReportedState.of(report.response()))
                    .flatMap(Applying::state);
            if (next.isPresent() && message.state().canBecome(next.get())) {
                moves.put(report, new Reported(message, next.get(), report.providerMessageId(), locked));
            } else {
                settled.add(new Settled(report, unmoved(message, next), message.ref()));
            }
        });
        Set<UUID> moved = new HashSet<>();
        lifecycle.reported(List.copyOf(moves.values())).forEach(message -> moved.add(message.id()));
        moves.forEach((report, move) -> settled.add(
                moved.contains(move.message().id())
                        ? new Settled(
                                report, ReportOutcome.APPLIED, move.message().ref())
                        : Settled.pending(report)));
        return settled;
    }

    private static ReportOutcome unmoved(Message message, Optional<MessageState> next) {
        if (next.isEmpty()) {
            return ReportOutcome.NOTED;
        }
        if (next.get() == message.state()) {
            return ReportOutcome.REPEATED;
        }
        return message.state().isFinal() && next.get() != MessageState.SUBMITTED
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
