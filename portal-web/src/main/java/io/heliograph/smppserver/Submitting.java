package io.heliograph.smppserver;

import io.heliograph.messages.Channel;
import io.heliograph.messages.Instructions;
import io.heliograph.receipts.Wish;
import io.heliograph.smpp.RefusedException;
import io.heliograph.smpp.UserData;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.SubmissionResult;
import io.heliograph.submissions.Submissions;
import io.heliograph.text.MessageText;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code submit_sm}: a whole message is accepted, a part of one is kept until all have come. */
@Component
class Submitting {

    private final Submissions submissions;
    private final Parts parts;
    private final Clock clock;

    Submitting(Submissions submissions, Parts parts, Clock clock) {
        this.submissions = submissions;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * Returns the id to answer, once all that it promises is on disk.
     *
     * @throws RefusedException with the status to answer in its stead
     */
    UUID submit(BoundSession session, SubmitSm submit) {
        if (session.isSuspended()) {
            throw new RefusedException(Status.SUSPENDED, "The account is suspended");
        }
        Asked asked = Asked.of(submit, clock.instant());
        UserData data = UserData.of(submit);
        return data.place() == null ? whole(session, asked, data) : part(session, asked, data);
    }

    private UUID whole(BoundSession session, Asked asked, UserData data) {
        String text = asked.coding().decode(data.text()).orElseThrow(() -> unreadable(asked));
        int segments = MessageText.of(text).segments();
        throttle(session, Math.max(1, segments));
        UUID id = accept(
                session.credential(),
                asked,
                text,
                null,
                submissionId -> List.of(wish(session.credential(), asked, submissionId, submissionId)));
        session.accepted(segments);
        return id;
    }

    private UUID part(BoundSession session, Asked asked, UserData data) {
        if (asked.coding().decode(data.text()).isEmpty()) {
            throw unreadable(asked);
        }
        throttle(session, 1);
        Parts.Kept kept = parts.keep(session.credential(), asked, data);
        if (kept.isWhole()) {
            accept(kept);
        }
        session.accepted(1);
        return kept.wireId();
    }

    /** All parts are there: the group's id is the key, so that however often this runs, one message comes of it. */
    void accept(Parts.Kept kept) {
        try {
            SmppCredential credential = kept.credential();
            accept(
                    credential,
                    kept.asked(),
                    parts.text(kept),
                    "smpp-parts-" + kept.groupId(),
                    submissionId -> parts.wishes(kept, submissionId));
        } catch (RefusedException e) {
            parts.takeBack(kept);
            throw e;
        }
        parts.forget(kept);
    }

    private UUID accept(
            SmppCredential credential,
            Asked asked,
            String text,
            @Nullable String key,
            Function<UUID, List<Wish>> wishes) {
        SubmissionRequest request = new SubmissionRequest(
                credential.tenantId(),
                Channel.SMPP,
                credential.id(),
                null,
                asked.sender(),
                text,
                List.of(asked.number()),
                key,
                new Instructions(asked.sendAt(), asked.expiresAt(), null));
        return switch (submissions.accept(request, wishes)) {
            case SubmissionResult.Accepted accepted -> accepted.submissionId();
            case SubmissionResult.Refused refused -> throw Refusals.of(refused.refusal());
        };
    }

    private static void throttle(BoundSession session, int segments) {
        if (!session.admits(segments)) {
            throw new RefusedException(
                    Status.THROTTLED,
                    "More than " + session.credential().limits().segmentsPerSecond() + " parts a second");
        }
    }

    static Wish wish(SmppCredential credential, Asked asked, UUID wireId, UUID submissionId) {
        return new Wish(
                credential.tenantId(),
                wireId,
                submissionId,
                credential.id(),
                asked.wanted(),
                asked.source(),
                asked.destination());
    }

    private static RefusedException unreadable(Asked asked) {
        return new RefusedException(Status.CODING, "The text is not in " + asked.coding());
    }
}
