package io.heliograph.api.messages;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiException;
import io.heliograph.api.Call;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.FieldProblem;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Instructions;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.SubmissionResult;
import io.heliograph.submissions.Submissions;
import io.heliograph.tenants.Tenants;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hands a request to the one way in, and reads back what was made of it. */
@Component
class Sending {

    private final Submissions submissions;
    private final Messages messages;
    private final Tenants tenants;

    Sending(Submissions submissions, Messages messages, Tenants tenants) {
        this.submissions = submissions;
        this.messages = messages;
        this.tenants = tenants;
    }

    /**
     * Sends, once for each id.
     *
     * @throws ApiException if nothing was sent
     */
    Answer send(Call call, MessageRequest request, UUID effectId) {
        requireGoing(call.accountId());
        SubmissionRequest submission = new SubmissionRequest(
                call.accountId(),
                Channel.REST,
                call.caller().credentialId(),
                null,
                request.from(),
                request.text(),
                request.numbers(),
                effectId.toString(),
                instructions(request));
        return switch (submissions.accept(submission)) {
            case SubmissionResult.Accepted accepted -> answer(call.accountId(), accepted.submissionId());
            case SubmissionResult.Refused refused -> throw Refusals.of(refused.refusal());
        };
    }

    /** A reseller can read a suspended customer's data, and not send for it. */
    private void requireGoing(UUID accountId) {
        if (tenants.isSuspended(accountId)) {
            throw new ApiException(ErrorCode.ACCOUNT_SUSPENDED, "Let the account go on first");
        }
    }

    private Answer answer(UUID accountId, UUID submissionId) {
        MessageFilter ofIt = new MessageFilter(Set.of(), null, submissionId, null);
        SubmissionView view = SubmissionView.of(
                messages.submission(accountId, submissionId).orElseThrow(),
                messages.page(accountId, ofIt, null, Messages.MAX_PAGE).reversed());
        return Answer.accepted(view, "/api/v1/messages?submission=" + submissionId);
    }

    private static Instructions instructions(MessageRequest request) {
        try {
            return new Instructions(request.scheduleAt(), request.expiresAt(), text(request.metadata()));
        } catch (IllegalArgumentException e) {
            throw ApiException.of(List.of(new FieldProblem("/metadata", String.valueOf(e.getMessage()))));
        }
    }

    private static @Nullable String text(@Nullable JsonNode metadata) {
        return metadata == null || metadata.isNull() ? null : metadata.toString();
    }
}
