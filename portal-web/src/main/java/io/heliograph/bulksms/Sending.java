package io.heliograph.bulksms;

import io.heliograph.credentials.Caller;
import io.heliograph.credentials.Credentials;
import io.heliograph.messages.Channel;
import io.heliograph.submissions.Refusal;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.SubmissionResult;
import io.heliograph.submissions.Submissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /bulksms}: checks a call in the order of contract S8, and hands it to the one way in. */
@Component
class Sending {

    private static final String PATH = "/bulksms";
    private static final Set<String> TYPES = Set.of("0", "1");

    private final Credentials credentials;
    private final Submissions submissions;

    Sending(Credentials credentials, Submissions submissions) {
        this.credentials = credentials;
        this.submissions = submissions;
    }

    /** The line to answer: {@code OK: <id>}, the bare id if the credential is set to it, or a code (contract S6, S7). */
    String send(CallParameters parameters) {
        if (isIncomplete(parameters)) {
            return Code.PARAMETER_MISSING.text();
        }
        return credentials
                .authenticate(required(parameters, "username"), required(parameters, "password"), parameters.address())
                .map(caller -> send(caller, parameters))
                .orElse(Code.WRONG_CREDENTIALS.text());
    }

    private String send(Caller caller, CallParameters parameters) {
        try {
            UUID id = accept(caller, parameters);
            return caller.answerForm().success(id);
        } catch (RefusedCallException e) {
            credentials.refused(caller, PATH, e.code().text(), String.valueOf(e.getMessage()));
            return e.code().text();
        }
    }

    private UUID accept(Caller caller, CallParameters parameters) {
        // What the caller says of the type is checked and not used: it is derived from the text (contract S2).
        if (!TYPES.contains(parameters.get("mt").orElse("").strip())) {
            throw new RefusedCallException(Code.WRONG_TYPE, "mt is 0 or 1");
        }
        SubmissionRequest request = new SubmissionRequest(
                caller.tenantId(),
                Channel.BULKSMS,
                caller.credentialId(),
                null,
                required(parameters, "sid"),
                text(parameters),
                numbers(parameters),
                null);
        return switch (submissions.accept(request)) {
            case SubmissionResult.Accepted accepted -> accepted.submissionId();
            case SubmissionResult.Refused refused -> throw refused(refused.refusal());
        };
    }

    private static List<String> numbers(CallParameters parameters) {
        return Arrays.stream(required(parameters, "mno").split(",", -1))
                .map(String::strip)
                .toList();
    }

    private static boolean isIncomplete(CallParameters parameters) {
        boolean noText =
                parameters.get("msg").isEmpty() && parameters.get("message").isEmpty();
        return noText
                || List.of("username", "password", "sid", "mno").stream()
                        .anyMatch(name -> parameters.get(name).isEmpty());
    }

    private static String text(CallParameters parameters) {
        return parameters.get("msg").or(() -> parameters.get("message")).orElse("");
    }

    private static String required(CallParameters parameters, String name) {
        return parameters.get(name).orElseThrow();
    }

    private static RefusedCallException refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotReady _ ->
                new RefusedCallException(Code.TEMPORARILY_UNAVAILABLE, "Sending is not set up yet");
            case Refusal.BadSender bad ->
                new RefusedCallException(
                        Code.WRONG_SENDER,
                        "Sender \"" + bad.sender()
                                + "\": 11 characters at most, or 18 digits, with + in front if you like");
            case Refusal.TooManyNumbers many ->
                new RefusedCallException(
                        Code.TOO_MANY_NUMBERS, many.numbers() + " numbers; " + many.most() + " at most");
            case Refusal.NoNumber _ -> new RefusedCallException(Code.WRONG_NUMBER, "There is no number");
            case Refusal.BadNumber bad ->
                new RefusedCallException(
                        Code.WRONG_NUMBER,
                        "Number \"" + bad.number() + "\": 10 to 18 digits with the country code, without + or 00");
            case Refusal.NoRoute none ->
                new RefusedCallException(Code.NO_NETWORK, "There is no price for " + none.number());
            case Refusal.NoText _ -> new RefusedCallException(Code.WRONG_TEXT, "The text is empty");
            case Refusal.TextTooLong text ->
                new RefusedCallException(Code.WRONG_TEXT, "The text has " + text.segments() + " parts; 5 at most");
            case Refusal.TooFarAhead _, Refusal.ExpiresTooSoon _ ->
                throw new IllegalStateException("This API has no schedule");
            case Refusal.NotEnoughCredits credits ->
                new RefusedCallException(
                        Code.NOT_ENOUGH_CREDITS,
                        "It costs " + credits.price().inEnglish() + "; you have " + credits.available());
            case Refusal.KeyReused _ -> throw new IllegalStateException("This API has no idempotency keys");
        };
    }
}
