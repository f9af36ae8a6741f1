package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.AnsweredCall;
import io.heliograph.credentials.AnsweredCalls;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.RefusedCall;
import io.heliograph.messages.Channel;
import io.heliograph.messages.Messages;
import io.heliograph.messages.Submission;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last calls of a tenant, accepted and refused ones in one list. */
@Component
class Calls {

    private static final String SEND = "/bulksms";

    private final Accesses accesses;
    private final Credentials credentials;
    private final AnsweredCalls answered;
    private final Messages messages;
    private final Words words;
    private final Fmt fmt;

    Calls(Accesses accesses, Credentials credentials, AnsweredCalls answered, Messages messages, Words words, Fmt fmt) {
        this.accesses = accesses;
        this.credentials = credentials;
        this.answered = answered;
        this.messages = messages;
        this.words = words;
        this.fmt = fmt;
    }

    List<CallLine> latest(UUID tenantId, int limit) {
        Map<UUID, String> names =
                accesses.ofTenant(tenantId).stream().collect(Collectors.toMap(Access::id, Access::name));
        Stream<CallLine> accepted = messages.latestSubmissions(tenantId, Channel.BULKSMS, limit).stream()
                .map(submission -> accepted(submission, names));
        Stream<CallLine> refused =
                credentials.refusals(tenantId, limit).stream().map(refusal -> refused(refusal, names));
        Stream<CallLine> answers = answered.latest(tenantId).stream().map(call -> answered(call, names));
        return Stream.concat(Stream.concat(accepted, answers), refused)
                .sorted(Comparator.comparing(CallLine::at).reversed())
                .limit(limit)
                .toList();
    }

    private CallLine accepted(Submission submission, Map<UUID, String> names) {
        String said = words.of(
                "api.call.sent", submission.messages(), submission.segments(), fmt.inCredits(submission.price()));
        return new CallLine(
                submission.acceptedAt(),
                SEND,
                name(names, submission.credentialId()),
                submission.id().toString(),
                said,
                true,
                submission.id());
    }

    private static CallLine refused(RefusedCall refusal, Map<UUID, String> names) {
        return new CallLine(
                refusal.at(),
                refusal.path(),
                name(names, refusal.credentialId()),
                refusal.code(),
                refusal.reason(),
                false,
                null);
    }

    private CallLine answered(AnsweredCall call, Map<UUID, String> names) {
        return new CallLine(
                call.at(),
                call.path(),
                name(names, call.credentialId()),
                Integer.toString(call.status()),
                words.of("api.call.done"),
                true,
                null);
    }

    private static @Nullable String name(Map<UUID, String> names, @Nullable UUID id) {
        return id == null ? null : names.get(id);
    }
}
