package io.heliograph.messages;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.MessageRows.Move;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    private final StepRows steps;
    private final Refunds refunds;
    private final Metering metering;
    private final Announcements announcements;
    private final Correlations correlations;
    private final Clock clock;

    Lifecycle(
            MessageRows messages,
            SubmissionRows submissions,
            StepRows steps,
            Refunds refunds,
            Metering metering,
            Announcements announcements,
            Correlations correlations,
            Clock clock) {
        this.messages = messages;
        this.submissions = submissions;
        this.steps = steps;
        this.refunds = refunds;
        this.metering = metering;
        this.announcements = announcements;
        this.correlations = correlations;
        this.clock = clock;
    }

    /**
     * Writes an accepted submission with its messages and counts their usage. The charge is the caller's, in the same
     * transaction. An idempotency key that exists already is a {@code DuplicateKeyException}.
     */
    public void accepted(Submission submission, List<Message> accepted) {
        submissions.insert(submission);
        messages.insert(accepted);
        metering.accepted(accepted);
    }

    /** A request with these messages is about to leave: {@code QUEUED} to {@code SUBMITTING}, one try more. */
    public List<Message> submitting(Collection<MessageRef> refs) {
        List<Message> queued = messages.find(refs).stream()
                .filter(message -> message.state() == MessageState.QUEUED)
                .toList();
        List<Message> moved = move(queued, MessageState.SUBMITTING, null, _ -> null, false);
        return messages.find(moved.stream().map(Message::ref).toList());
    }

    /** The message of this key, as a list of one or none. */
    public List<Message> find(MessageRef ref) {
        return messages.find(List.of(ref));
    }

    /**
     * 1s2u took the messages of one request.
     *
     * @param ours those that are still ours to change
     * @param request all of them, in the order of the numbers in the request
     * @param ids as 1s2u answered them, in its order
     */
    public List<Message> submitted(List<Message> ours, List<Message> request, List<String> ids) {
        Map<UUID, String> certain = correlations.keep(request, ids, clock.instant());
        return move(ours, MessageState.SUBMITTED, null, message -> certain.get(message.id()), false);
    }

    /** Not sent, to be tried again. */
    public List<Message> requeued(List<Message> back, StepKind kind, String why) {
        List<Message> moved = move(back, MessageState.QUEUED, null, _ -> null, false);
        steps.add(moved, kind, why, null, clock.instant());
        return moved;
    }

    /** Not sent, for good: refunded in full. */
    public List<Message> refused(List<Message> refused, String reason) {
        return stopped(refused, MessageState.REFUSED, StepKind.REFUSED, reason, null);
    }

    /** As {@link #refused}, for messages of which no request ever left. */
    public List<Message> refusedUnsent(Collection<MessageRef> refs, String reason) {
        return refused(messages.find(refs), reason);
    }

    /** Stopped by a person before it was sent: refunded in full. */
    public List<Message> cancelled(List<Message> cancelled, @Nullable UUID actorId) {
        return stopped(cancelled, MessageState.CANCELLED, StepKind.CANCELLED, null, actorId);
    }

    /** The request was written and not answered readably: the charge stays, nothing is sent again. */
    public List<Message> uncertain(List<Message> unanswered, String why) {
        List<Message> moved = move(unanswered, MessageState.UNCERTAIN, why, _ -> null, false);
        steps.add(moved, StepKind.UNCERTAIN, why, null, clock.instant());
        return moved;
    }

    /** No report settled an uncertain message within the window of its account. */
    public List<Message> unknown(List<Message> uncertain) {
        List<Message> moved = move(uncertain, MessageState.UNKNOWN, null, _ -> null, false);
        steps.add(moved, StepKind.UNKNOWN, null, null, clock.instant());
        announcements.settled(moved, MessageState.UNKNOWN, clock.instant());
        return moved;
    }

    /** A report told the id of a message whose request was never answered, or not clearly: later ones find it by that. */
    public void correlate(Message message, String providerMessageId) {
        correlations.keep(List.of(message), List.of(providerMessageId), clock.instant());
    }

    /**
     * A delivery report says where the message is. An undelivered one is refunded if that was its reseller's policy
     * when it was accepted.
     *
     * @return whether the message was moved; false if it changed meanwhile
     */
    public boolean reported(Message message, MessageState next, @Nullable String providerMessageId) {
        boolean refund = message.refundUndelivered()
                && !message.isRefunded()
                && (next == MessageState.UNDELIVERED || next == MessageState.EXPIRED);
        List<Message> moved = move(List.of(message), next, null, _ -> providerMessageId, refund);
        if (!moved.isEmpty() && refund) {
            giveBack(moved, next, null);
        }
        if (next != MessageState.SUBMITTED) {
            announcements.settled(moved, next, clock.instant());
        }
        return !moved.isEmpty();
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

    private List<Message> stopped(
            List<Message> stopped, MessageState next, StepKind kind, @Nullable String reason, @Nullable UUID actorId) {
        List<Message> moved = move(stopped, next, reason, _ -> null, true);
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

    private List<Message> move(
            List<Message> from,
            MessageState next,
            @Nullable String reason,
            Function<Message, @Nullable String> providerMessageId,
            boolean refund) {
        Instant now = clock.instant();
        List<Message> moved = messages.move(
                from.stream()
                        .map(message -> new Move(message, next, reason, providerMessageId.apply(message), refund))
                        .toList(),
                now);
        metering.moved(moved, next);
        return moved;
    }
}
