package io.heliograph.api.messages;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.heliograph.api.Words;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.Instructions;
import io.heliograph.messages.Message;
import io.heliograph.messages.Submission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was accepted: paid for, on disk, and on its way. */
record SubmissionView(
        UUID submissionId,
        String from,
        String encoding,
        int segments,
        Credits price,
        Instant acceptedAt,
        @Nullable Instant scheduleAt,
        @Nullable Instant expiresAt,
        @JsonRawValue @Nullable String metadata,
        List<Line> messages) {

    /** One recipient. */
    record Line(UUID id, String to, int segments, Credits price) {}

    static SubmissionView of(Submission submission, List<Message> messages) {
        Message first = messages.getFirst();
        Instructions instructions = first.instructions();
        return new SubmissionView(
                submission.id(),
                submission.sender(),
                Words.of(first.encoding()),
                submission.segments(),
                submission.price(),
                submission.acceptedAt(),
                instructions.sendAt(),
                instructions.expiresAt(),
                instructions.metadata(),
                messages.stream()
                        .map(message -> new Line(message.id(), message.msisdn(), message.segments(), message.price()))
                        .toList());
    }
}
