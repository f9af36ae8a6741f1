package io.heliograph.portal.send;

import io.heliograph.messages.Alike;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.signin.SignedIn;
import io.heliograph.submissions.Refusal;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.SubmissionResult;
import io.heliograph.submissions.Submissions;
import io.heliograph.text.MessageText;
import io.heliograph.text.SenderId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends what a form asks for, or says at which field it can't. */
@Component
class Submitting {

    /** The same text to mostly the same numbers within this time is probably a mistake. */
    private static final Duration SOON = Duration.ofHours(24);

    private final Submissions submissions;
    private final Messages messages;
    private final Drafting drafting;
    private final Fmt fmt;
    private final Clock clock;

    Submitting(Submissions submissions, Messages messages, Drafting drafting, Fmt fmt, Clock clock) {
        this.submissions = submissions;
        this.messages = messages;
        this.drafting = drafting;
        this.fmt = fmt;
        this.clock = clock;
    }

    /** What went out within 24 hours with the same text to more than half of the numbers; not this very form. */
    Optional<Alike> alike(UUID tenantId, SendForm form, Draft draft) {
        if (draft.text().isEmpty() || draft.isTooMany() || isKnown(tenantId, form)) {
            return Optional.empty();
        }
        return messages.alike(
                        tenantId,
                        draft.text().text(),
                        draft.ready(),
                        clock.instant().minus(SOON))
                .filter(alike -> alike.messages() * 2 > draft.ready().size());
    }

    /**
     * Sends it.
     *
     * @param repeats whether the same went out not long ago
     * @param errors where it is said why it can't
     * @return where the reader goes on; empty if there are errors
     */
    Optional<String> send(
            SignedIn who,
            SendForm form,
            Draft draft,
            boolean repeats,
            BindingResult errors,
            RedirectAttributes redirect) {
        check(form, draft, errors);
        if (!errors.hasErrors() && !isKnown(who.tenantId(), form)) {
            checkCost(form, draft, repeats, errors);
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return switch (submissions.accept(request(who, form, draft))) {
            case SubmissionResult.Accepted accepted -> Optional.of(accepted(who, accepted, redirect));
            case SubmissionResult.Refused refused -> {
                refused(refused.refusal(), errors);
                yield Optional.empty();
            }
        };
    }

    /** Whether this very form was sent before. */
    private boolean isKnown(UUID tenantId, SendForm form) {
        return messages.submissionByKey(tenantId, form.key()).isPresent();
    }

    private static void check(SendForm form, Draft draft, BindingResult errors) {
        if (form.sender().isEmpty()) {
            errors.rejectValue("sender", "send.sender.missing");
        } else if (SenderId.parse(form.sender()).isEmpty()) {
            errors.rejectValue("sender", "send.sender.wrong");
        }
        if (draft.total() == 0) {
            errors.rejectValue("numbers", "send.numbers.missing");
        } else if (draft.ready().isEmpty()) {
            errors.rejectValue("numbers", "send.numbers.none");
        } else if (draft.isTooMany()) {
            Object[] counts = {draft.ready().size(), Channel.BROWSER.mostNumbers()};
            errors.rejectValue("numbers", "send.numbers.many", counts, null);
        } else if (!draft.unusable().isEmpty() && !form.leaveOut()) {
            errors.rejectValue(
                    "leaveOut",
                    "send.numbers.bad",
                    new Object[] {draft.unusable().size()},
                    null);
        }
        if (draft.text().isEmpty()) {
            errors.rejectValue("text", "send.text.missing");
        } else if (draft.text().isTooLong()) {
            Object[] limits = {MessageText.MAX_SEGMENTS, draft.text().unitsTooMany()};
            errors.rejectValue("text", "send.text.long", limits, null);
        }
    }

    private void checkCost(SendForm form, Draft draft, boolean repeats, BindingResult errors) {
        if (draft.missing().isPositive()) {
            errors.reject("send.credits.short", new Object[] {fmt.inCredits(draft.missing())}, null);
        } else if (repeats && !form.again()) {
            errors.rejectValue("again", "send.again.tick");
        }
    }

    private static SubmissionRequest request(SignedIn who, SendForm form, Draft draft) {
        return new SubmissionRequest(
                who.tenantId(),
                Channel.BROWSER,
                null,
                who.userId(),
                form.sender(),
                form.text(),
                draft.ready(),
                form.key());
    }

    private String accepted(SignedIn who, SubmissionResult.Accepted accepted, RedirectAttributes redirect) {
        if (accepted.replayed()) {
            Flash.done(redirect, "send.done.before", accepted.messages());
        } else {
            Flash.done(
                    redirect,
                    "send.done",
                    accepted.messages(),
                    fmt.credits(accepted.price()),
                    fmt.credits(drafting.available(who.tenantId())));
        }
        return "/messages?submission=" + accepted.submissionId();
    }

    private void refused(Refusal refusal, BindingResult errors) {
        switch (refusal) {
            case Refusal.BadSender bad -> errors.rejectValue("sender", "send.sender.wrong");
            case Refusal.BadNumber bad ->
                errors.rejectValue("numbers", "send.numbers.one", new Object[] {bad.number()}, null);
            case Refusal.NoRoute none ->
                errors.rejectValue("numbers", "send.numbers.route", new Object[] {fmt.phone(none.number())}, null);
            case Refusal.NoNumber none -> errors.rejectValue("numbers", "send.numbers.missing");
            case Refusal.TooManyNumbers many ->
                errors.rejectValue("numbers", "send.numbers.many", new Object[] {many.numbers(), many.most()}, null);
            case Refusal.NoText none -> errors.rejectValue("text", "send.text.missing");
            case Refusal.TextTooLong tooLong ->
                errors.rejectValue("text", "send.text.long", new Object[] {MessageText.MAX_SEGMENTS, 0}, null);
            case Refusal.TooFarAhead _, Refusal.ExpiresTooSoon _ ->
                throw new IllegalStateException("This form has no schedule");
            case Refusal.NotEnoughCredits few ->
                errors.reject(
                        "send.credits.short",
                        new Object[] {fmt.inCredits(few.price().minus(few.available()))},
                        null);
            case Refusal.KeyReused reused -> errors.reject("send.changed");
            case Refusal.NotReady notReady -> errors.reject("send.unready");
        }
    }
}
