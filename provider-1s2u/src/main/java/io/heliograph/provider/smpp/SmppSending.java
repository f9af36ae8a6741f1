package io.heliograph.provider.smpp;

import io.heliograph.provider.Submit;
import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Submitted;
import io.heliograph.provider.SubmitResult.Uncertain;
import io.heliograph.smpp.OutgoingPart;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsmpp.SMPPConstant;

/**
 * Sends the parts of one message, one after the other, and says what that means for the message (contract S9). As long as
 * no part was taken, what refuses the first is the answer for all; from then on a message is never "not sent" any more.
 */
public final class SmppSending {

    private static final Duration AFTER_THROTTLING = Duration.ofMillis(500);

    /** Where the sessions come from, and their common pace. */
    public interface Lines {

        /** An open session; empty if there is none now. */
        Optional<SmppLine> any();

        /** Waits until the pace has room for one more part; false, at once, if it has none within {@code most}. */
        boolean pace(Duration most) throws InterruptedException;
    }

    private final Lines lines;
    private final IdForm ids;

    public SmppSending(Lines lines, IdForm ids) {
        this.lines = lines;
        this.ids = ids;
    }

    /**
     * Sends the message of one number.
     *
     * @param timeout for all parts together
     */
    public SmppSent send(Submit submit, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        List<OutgoingPart> parts = Segments.of(submit, submit.msisdns().getFirst());
        List<String> taken = new ArrayList<>();
        try {
            for (OutgoingPart part : parts) {
                SubmitResult result = sendOne(part, end, !taken.isEmpty());
                if (!(result instanceof Submitted submitted)) {
                    return cut(taken, parts.size(), result);
                }
                taken.addAll(submitted.ids());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return cut(taken, parts.size(), new NotSent(NotSent.Reason.NO_CONNECTION, null, "Stopped"));
        }
        return new SmppSent(new Submitted(taken, String.join(" ", taken)), taken, parts.size());
    }

    /** @param insist whether other parts were taken, so that this one is tried until the time is over */
    private SubmitResult sendOne(OutgoingPart part, long end, boolean insist) throws InterruptedException {
        while (true) {
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            SubmitResult result = lines.pace(left)
                    ? sendOnce(part, Duration.ofNanos(Math.max(1, end - System.nanoTime())))
                    : new NotSent(NotSent.Reason.TOO_MANY_REQUESTS, null, "The pace has no room");
            boolean again = insist && result instanceof NotSent && end - System.nanoTime() > AFTER_THROTTLING.toNanos();
            if (!again) {
                return result;
            }
            Thread.sleep(AFTER_THROTTLING);
        }
    }

    private SubmitResult sendOnce(OutgoingPart part, Duration timeout) throws InterruptedException {
        Optional<SmppLine> line = lines.any();
        if (line.isEmpty()) {
            return new NotSent(NotSent.Reason.NO_CONNECTION, null, "No SMPP session is bound");
        }
        return switch (line.get().send(part, timeout)) {
            case Reply.NotWritten none -> new NotSent(NotSent.Reason.NO_CONNECTION, null, none.why());
            case Reply.Unanswered none -> new Uncertain(none.why(), "");
            case Reply.Answered answered
            when answered.frame().status() != SMPPConstant.STAT_ESME_ROK ->
                Statuses.refusal(answered.frame().status());
            case Reply.Answered answered -> {
                String id = Pdus.messageId(answered.frame());
                yield id.isBlank()
                        ? new Uncertain("An answer without an id", "")
                        : new Submitted(List.of(ids.ofAnswer(id.strip())), id);
            }
        };
    }

    /** {@code taken} is all that is known of the others' ids; a part whose answer was lost may have one, too. */
    private static SmppSent cut(List<String> taken, int parts, SubmitResult result) {
        SubmitResult ofAll = taken.isEmpty()
                ? result
                : new Uncertain("Part " + (taken.size() + 1) + " was not taken, those before it were", result.raw());
        List<String> ids = new ArrayList<>(taken);
        if (result instanceof Uncertain) {
            ids.add(SmppSent.LOST_ID);
        }
        return new SmppSent(ofAll, ids, parts);
    }
}
