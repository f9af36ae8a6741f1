package io.heliograph.provider;

import io.heliograph.provider.SubmitResult.AccountRefused;
import io.heliograph.provider.SubmitResult.NotSent;
import io.heliograph.provider.SubmitResult.Rejected;
import io.heliograph.provider.SubmitResult.Submitted;
import io.heliograph.provider.SubmitResult.Uncertain;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what 1s2u answers to a submission (contract S6, S7, S9).
 *
 * <p>Of the HTTP statuses only 429 and 503 say by themselves that nothing was sent. Under any other that is not 2xx, a
 * code of the contract is believed and everything else is uncertain: a 404 may come from a proxy whose 1s2u behind it has
 * sent the text, and a wrong address is caught by the breaker, not by sending again.
 */
final class Answers {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int SERVER_ERRORS = 500;

    private static final Pattern MARK = Pattern.compile("(?i)\\bOK\\s*:|^OK\\s");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\r\n]");

    /** More digits than any code seen are an id. */
    private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");

    private static final Pattern REFUSAL = Pattern.compile("(?is)ERR(?:OR)?\\s*:?\\s*(" + CODE + ")(?:[\\s:-].*)?");
    private static final Pattern MARKED_ID = Pattern.compile("[!-~&&[^<>{}\"',;]]{1,80}");
    private static final Pattern BARE_ID = Pattern.compile("(?i)(?!err)(?=\\D*\\d)[a-z0-9][a-z0-9._:-]{0,79}");

    private Answers() {}

    static SubmitResult read(int status, String body, String raw) {
        if (status == TOO_MANY_REQUESTS) {
            return new NotSent(NotSent.Reason.TOO_MANY_REQUESTS, null, raw);
        }
        if (status == SERVICE_UNAVAILABLE) {
            return new NotSent(NotSent.Reason.OVERLOADED, null, raw);
        }
        String text = body.replace("\uFEFF", "").strip();
        boolean isSuccess = status >= 200 && status < 300;
        if (isSuccess || status < SERVER_ERRORS) {
            Optional<String> code = code(text);
            if (code.isPresent()) {
                return refusal(code.get(), raw);
            }
        }
        if (!isSuccess) {
            return new Uncertain("HTTP " + status, raw);
        }
        List<String> ids = ids(text);
        return ids.isEmpty() ? new Uncertain("An answer in no known form", raw) : new Submitted(ids, raw);
    }

    private static Optional<String> code(String text) {
        if (CODE.matcher(text).matches()) {
            return Optional.of(text);
        }
        Matcher refusal = REFUSAL.matcher(text);
        return refusal.matches() ? Optional.of(refusal.group(1)) : Optional.empty();
    }

    private static SubmitResult refusal(String code, String raw) {
        return ErrorCode.of(code)
                .map(known -> switch (known) {
                    case TEMPORARILY_UNAVAILABLE -> new NotSent(NotSent.Reason.TEMPORARILY_UNAVAILABLE, code, raw);
                    case WRONG_CREDENTIALS, NOT_ENOUGH_CREDITS -> new AccountRefused(code, raw);
                    case PARAMETER_MISSING, SUBMISSION_LIMIT -> new Rejected(code, raw, true);
                    case SENDER, NUMBER, NETWORK, TEXT, TYPE -> new Rejected(code, raw, false);
                })
                .orElseGet(() -> new Rejected(code, raw, false));
    }

    /** The ids in an answer; none when any part of it is something else, so that a mixed answer is uncertain. */
    private static List<String> ids(String text) {
        boolean marked = MARK.matcher(text).lookingAt();
        List<String> ids = SEPARATOR
                .splitAsStream(MARK.matcher(text).replaceAll("\n"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        return ids.stream().allMatch(marked ? Answers::isMarkedId : Answers::isBareId) ? ids : List.of();
    }

    private static boolean isMarkedId(String text) {
        return MARKED_ID.matcher(text).matches();
    }

    private static boolean isBareId(String text) {
        return BARE_ID.matcher(text).matches() && !CODE.matcher(text).matches();
    }
}
