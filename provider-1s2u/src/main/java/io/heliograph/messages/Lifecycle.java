package io.heliograph.messages;

import io.heliograph.ledger.Credits;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The changes of state of messages, with what each does to the ledger, the usage and the timeline. Every method joins
 * the caller's transaction, moves a message only from the state in which it was read, and returns those it moved.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Lifecycle {

    private final MessageRows messages;
    private final SubmissionRows submissions;
    private final Moving moving;
    private final StepRows steps;
    private final Refunds refunds;
    private final Metering metering;
    private final Announcements announcements;
    private final Correlations correlations;
    private final Clock clock;

    Lifecycle(
            MessageRows messages,
            SubmissionRows submissions,
            Moving moving,
            StepRows steps,
            Refunds refunds,
            Metering metering,
            Announcements announcements,
            Correlations correlations,
            Clock clock) {
        this.messages = messages;
        this.submissions = submissions;
        this.moving = moving;
        this.steps = steps;
        this.refunds = refunds;
        this.metering = metering;
        this.announcements = announcements;
        this.correlations = correlations;
        this.clock = clock;
    }

    /**
     * Writes accepted submissions with their messages and counts their usage. The charges are the caller's, in the same
     * transaction. An idempotency key that exists already is a {@code DuplicateKeyException}.
     */
    public void accepted(List<Submission> accepted, List<Message> theirs) {
        submissions.insert(accepted);
        messages.insert(theirs);
        metering.accepted(theirs);
    }

    /** The messages of these keys, in no order. */
    public List<Message> find(Collection<MessageRef> refs) {
        return messages.find(refs);
    }

    /** 1s2u took the messages of these requests. */
    public List<Message> submitted(List<Answered> answered) {
        Map<UUID, String> certain = correlations.keep(answered, clock.instant());
        return moving.move(answered.stream()
                .flatMap(request -> request.ours().stream())
                .map(message -> Move.to(MessageState.SUBMITTED, message)
                        .known(certain.get(message.id()))
                        .afterTry())
                .toList());
    }

    /** Not sent, to be tried again. */
    public List<Message> requeued(List<Message> back, StepKind kind, String why) {
        List<Message> moved = moving.move(back.stream()
                .map(message -> Move.to(MessageState.QUEUED, message).afterTry())
                .toList());
        steps.add(moved, kind, why, null, clock.instant());
        return moved;
    }

    /** Not sent, for good: refunded in full. */
    public List<Message> refused(List<Message> refused, String reason) {
        return stopped(
                refused.stream()
                        .map(message -> Move.to(MessageState.REFUSED, message)
                                .because(reason)
                                .afterTry())
                        .toList(),
                StepKind.REFUSED,
                reason,
                null);
    }

    /** As {@link #refused}, for messages of which no request ever left. */
    public List<Message> refusedUnsent(Collection<MessageRef> refs, String reason) {
        return stopped(
                messages.find(refs).stream()
                        .map(message -> Move.to(MessageState.REFUSED, message).because(reason))
                        .toList(),
                StepKind.REFUSED,
                reason,
                null);
    }

    /** Stopped by a person before it was sent: refunded in full. */
    public List<Message> cancelled(List<Message> cancelled, @Nullable UUID actorId) {
        return stopped(
                cancelled.stream()
                        .map(message -> Move.to(MessageState.CANCELLED, message))
                        .toList(),
                StepKind.CANCELLED,
                null,
                actorId);
    }

    /** The request was written and not answered readably: the charge stays, nothing is sent again. */
    public List<Message> uncertain(List<Message> unanswered, String why) {
        List<Message> moved = moving.move(unanswered.stream()
                .map(message ->
                        Move.to(MessageState.UNCERTAIN, message).because(why).afterTry())
                .toList());
        steps.add(moved, StepKind.UNCERTAIN, why, null, clock.instant());
        return moved;
    }

    /** No report settled an uncertain message within the window of its account. */
    public List<Message> unknown(List<Message> overdue) {
        List<Message> moved = moving.move(overdue.stream()
                .map(message -> Move.to(MessageState.UNKNOWN, message))
                .toList());
        steps.add(moved, StepKind.UNKNOWN, null, null, clock.instant());
        announcements.settled(moved, MessageState.UNKNOWN, clock.instant());
        return moved;
    }

    /** A report told the id of a message whose request was never answered, or not clearly: later ones find it by that. */
    public void correlate(Message message, String providerMessageId) {
        correlations.keepTold(message, providerMessageId, clock.instant());
    }

    /**
     * Delivery reports say where messages are. An undelivered one is refunded if that was its reseller's policy when it
     * was accepted.
     *
     * @param reported each message once
     * @return the messages that were moved; the others changed meanwhile
     */
    public List<Message> reported(List<Reported> reported) {
        List<Message> moved = moving.move(reported.stream().map(Lifecycle::move).toList());
        Map<UUID, MessageState> next = reported.stream()
                .collect(Collectors.toMap(each -> each.message().id(), Reported::next));
        moved.stream()
                .collect(Collectors.groupingBy(message -> Objects.requireNonNull(next.get(message.id()))))
                .forEach(this::settled);
        return moved;
    }

    private static Move move(Reported reported) {
        Move move = Move.to(reported.next(), reported.message());
        move = reported.isNewId() ? move.known(reported.providerMessageId()) : move;
        move = reported.locked() ? move.underLock() : move;
        return reported.isRefund() ? move.refunded() : move;
    }

    private void settled(MessageState state, List<Message> moved) {
        if (state != MessageState.SUBMITTED) {
            giveBack(
                    moved.stream()
                            .filter(message -> Reported.isRefund(message, state))
                            .toList(),
                    state,
                    null);
            announcements.settled(moved, state, clock.instant());
        }
    }

    /**
     * Gives back, by a person's decision, the price of a message of which nobody knows whether it was sent.
     *
     * @return false if it is not {@code UNKNOWN}, or was refunded before
     */
    public boolean refundUnknown(MessageRef ref, UUID actorId) {
        Optional<Message> unknown =
                messages.find(ref).filter(message -> message.state() == MessageState.UNKNOWN && !message.isRefunded());
        if (unknown.isEmpty() || !messages.markRefunded(unknown.get())) {
            return false;
        }
        giveBack(List.of(unknown.get()), MessageState.UNKNOWN, actorId);
        return true;
    }

    private List<Message> stopped(List<Move> stopped, StepKind kind, @Nullable String reason, @Nullable UUID actorId) {
        if (stopped.isEmpty()) {
            return List.of();
        }
        MessageState next = stopped.getFirst().next();
        List<Message> moved = moving.move(stopped.stream().map(Move::refunded).toList());
        steps.add(moved, kind, reason, actorId, clock.instant());
        giveBack(moved, next, actorId);
        announcements.settled(moved, next, clock.instant());
        return moved;
    }

    private void giveBack(List<Message> moved, MessageState state, @Nullable UUID actorId) {
        if (moved.isEmpty()) {
            return;
        }
        Map<UUID, Credits> margins = refunds.refund(moved, actorId);
        metering.refunded(moved, state, margins);
        steps.refunded(moved, actorId, clock.instant());
    }
}
