package io.heliograph.portal.messages;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Step;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Tone;
import io.heliograph.portal.Words;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What we did with a message, for its timeline. */
@Component
class StepMoments {

    private final Users users;
    private final Fmt fmt;
    private final Words words;

    StepMoments(Users users, Fmt fmt, Words words) {
        this.users = users;
        this.fmt = fmt;
        this.words = words;
    }

    Moment accepted(Message message) {
        return new Moment(
                message.acceptedAt(),
                "timeline.accepted",
                List.of(words.of("message.channel." + message.channel()), fmt.inCredits(message.price())),
                null,
                "plus",
                Tone.IDLE);
    }

    Moment of(Step step) {
        String detail = step.detail() == null ? "" : step.detail();
        return switch (step.kind()) {
            case TRY_FAILED ->
                new Moment(step.at(), "timeline.try", List.of(tryFailed(detail)), null, "refresh", Tone.DOUBT);
            case SENT_ALONE -> new Moment(step.at(), "timeline.alone", List.of(), null, "refresh", Tone.OPEN);
            case REFUSED ->
                new Moment(
                        step.at(),
                        "timeline.refused",
                        List.of(words.of("message.reason." + Reason.ofRefusal(detail) + ".short")),
                        null,
                        "ban",
                        Tone.BAD);
            case UNCERTAIN ->
                new Moment(
                        step.at(), "timeline.uncertain", List.of(), "timeline.uncertain.more", "question", Tone.DOUBT);
            case UNKNOWN ->
                new Moment(step.at(), "timeline.unknown", List.of(), "timeline.unknown.more", "question", Tone.DOUBT);
            case CANCELLED ->
                new Moment(step.at(), "timeline.cancelled", List.of(actor(step.actorId())), null, "square", Tone.IDLE);
            case REFUNDED ->
                new Moment(
                        step.at(),
                        "timeline.refunded",
                        List.of(fmt.inCredits(step.credits() == null ? Credits.ZERO : step.credits())),
                        null,
                        "undo",
                        Tone.GOOD);
        };
    }

    /** It was taken by the provider at this time. */
    static Moment submitted(Instant at) {
        return new Moment(at, "timeline.submitted", List.of(), null, "arrow-up", Tone.OPEN);
    }

    /** What goes on with a message that is not sent yet; nothing of it is older than {@code last}. */
    static Moment now(Message message, Instant last) {
        boolean queued = message.state() == MessageState.QUEUED;
        return new Moment(
                message.stateAt().isBefore(last) ? last : message.stateAt(),
                queued ? "timeline.waiting" : "timeline.sending",
                queued ? List.of() : List.of(Integer.toString(message.tries())),
                null,
                queued ? "clock" : "arrow",
                Tone.OPEN);
    }

    private String tryFailed(String detail) {
        return switch (detail) {
            case "0000", "OVERLOADED", "TEMPORARILY_UNAVAILABLE", "TOO_MANY_REQUESTS" -> words.of("timeline.try.busy");
            case "00", "0020" -> words.of("timeline.try.held");
            default -> words.of("timeline.try.unreached");
        };
    }

    private String actor(@Nullable UUID actorId) {
        return actorId == null
                ? words.of("timeline.somebody")
                : users.find(actorId).map(User::name).orElseGet(() -> words.of("timeline.somebody"));
    }
}
