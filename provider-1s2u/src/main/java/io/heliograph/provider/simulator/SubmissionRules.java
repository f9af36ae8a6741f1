package io.heliograph.provider.simulator;

import io.heliograph.provider.ErrorCode;
import io.heliograph.provider.FormFields;
import io.heliograph.provider.UnicodeForm;
import io.heliograph.text.Encoding;
import io.heliograph.text.MessageText;
import io.heliograph.text.Msisdn;
import io.heliograph.text.SenderId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Judges a submission as 1s2u does (contract S1 to S5, S8). */
final class SubmissionRules {

    private static final int TIMES_UNAVAILABLE = 2;

    private final SimulatorOptions options;
    private final SimulatedAccount account;
    private final Clock clock;
    private final Map<String, Integer> timesUnavailable = new ConcurrentHashMap<>();
    private volatile boolean isDown;

    SubmissionRules(SimulatorOptions options, SimulatedAccount account, Clock clock) {
        this.options = options;
        this.account = account;
        this.clock = clock;
    }

    void setDown(boolean down) {
        isDown = down;
    }

    boolean isDown() {
        return isDown;
    }

    Verdict judge(FormFields fields) {
        List<String> numbers = numbers(fields);
        Optional<Submission> submission = Submission.of(fields, options.forms().unicode());
        return refusal(fields, numbers, submission)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> take(
                        submission.orElseThrow(), numbers.stream().distinct().toList()));
    }

    /** The first code that applies, in the order of contract S8. */
    private Optional<String> refusal(FormFields fields, List<String> numbers, Optional<Submission> submission) {
        if (isDown) {
            return code(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
        if (Stream.of("username", "password", "sid", "mno")
                        .anyMatch(name -> fields.get(name).isEmpty())
                || Submission.text(fields).isEmpty()) {
            return code(ErrorCode.PARAMETER_MISSING);
        }
        if (!account.accepts(fields.getOrEmpty("username"), fields.getOrEmpty("password"))) {
            return code(ErrorCode.WRONG_CREDENTIALS);
        }
        if (Submission.encoding(fields).isEmpty()) {
            return code(ErrorCode.TYPE);
        }
        if (SenderId.parse(fields.getOrEmpty("sid")).isEmpty()) {
            return code(ErrorCode.SENDER);
        }
        return refusalOfNumbers(numbers).or(() -> refusalOfText(submission));
    }

    private Optional<String> refusalOfNumbers(List<String> numbers) {
        if (numbers.size() > options.limits().numbersPerRequest()) {
            return Optional.of(options.limits().numbersCode());
        }
        if (numbers.stream().anyMatch(number -> Msisdn.parse(number).isEmpty())
                || hasAny(numbers, MagicNumber.REFUSED_NUMBER)) {
            return code(ErrorCode.NUMBER);
        }
        return hasAny(numbers, MagicNumber.REFUSED_NETWORK) ? code(ErrorCode.NETWORK) : Optional.empty();
    }

    private static Optional<String> refusalOfText(Optional<Submission> submission) {
        return submission
                        .filter(s -> s.segments() >= 1 && s.segments() <= MessageText.MAX_SEGMENTS)
                        .isPresent()
                ? Optional.empty()
                : code(ErrorCode.TEXT);
    }

    private Verdict take(Submission submission, List<String> numbers) {
        if (isUnavailableFor(numbers)) {
            return new Verdict.Refused(ErrorCode.TEMPORARILY_UNAVAILABLE.code());
        }
        if (!account.charge(submission.segments() * numbers.size())) {
            return new Verdict.Refused(ErrorCode.NOT_ENOUGH_CREDITS.code());
        }
        String shared = UUID.randomUUID().toString();
        Instant now = clock.instant();
        return new Verdict.Taken(numbers.stream()
                .map(number -> new SentMessage(
                        options.forms().answers().isOneForEachNumber()
                                ? UUID.randomUUID().toString()
                                : shared,
                        number,
                        submission.sender(),
                        submission.text(),
                        submission.segments(),
                        now))
                .toList());
    }

    private boolean isUnavailableFor(List<String> numbers) {
        List<String> flaky = numbers.stream()
                .filter(number -> MagicNumber.of(number) == MagicNumber.UNAVAILABLE_TWICE)
                .toList();
        boolean unavailable = false;
        for (String number : flaky) {
            unavailable |= timesUnavailable.merge(number, 1, Integer::sum) <= TIMES_UNAVAILABLE;
        }
        if (!unavailable) {
            flaky.forEach(timesUnavailable::remove);
        }
        return unavailable;
    }

    private static List<String> numbers(FormFields fields) {
        return Stream.of(fields.getOrEmpty("mno").split(",", -1))
                .map(String::strip)
                .toList();
    }

    private static boolean hasAny(List<String> numbers, MagicNumber magic) {
        return numbers.stream().anyMatch(number -> MagicNumber.of(number) == magic);
    }

    private static Optional<String> code(ErrorCode code) {
        return Optional.of(code.code());
    }

    /** What is sent, where type and text can be read. */
    private record Submission(String sender, String text, int segments) {

        static Optional<Submission> of(FormFields fields, UnicodeForm unicode) {
            return encoding(fields)
                    .flatMap(encoding -> decoded(fields, encoding, unicode)
                            .map(text -> new Submission(fields.getOrEmpty("sid"), text, encoding.segments(text))));
        }

        static Optional<Encoding> encoding(FormFields fields) {
            return switch (fields.getOrEmpty("mt")) {
                case "0" -> Optional.of(Encoding.GSM7);
                case "1" -> Optional.of(Encoding.UCS2);
                default -> Optional.empty();
            };
        }

        static Optional<String> text(FormFields fields) {
            return fields.get("msg").or(() -> fields.get("message"));
        }

        private static Optional<String> decoded(FormFields fields, Encoding encoding, UnicodeForm unicode) {
            try {
                return text(fields)
                        .map(msg -> encoding == Encoding.UCS2 ? unicode.decode(msg) : msg)
                        .map(msg -> MessageText.of(msg).text());
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }
}
