package io.heliograph.bulksms;

import io.heliograph.bulksms.HlrAnswerWriter.NoAnswer;
import io.heliograph.credentials.Caller;
import io.heliograph.credentials.Credentials;
import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupChannel;
import io.heliograph.lookups.LookupFilter;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.LookupRefusal;
import io.heliograph.lookups.LookupRequest;
import io.heliograph.lookups.LookupResult;
import io.heliograph.lookups.Lookups;
import io.heliograph.provider.HlrError;
import io.heliograph.text.Msisdn;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code /hlr}: checks a call in the order of contract H2, looks up, and waits for the answer. Where too many of a tenant
 * wait, further ones are refused for now (contract H3, 003), before anything is charged.
 */
@Component
class HlrCalls {

    private static final String PATH = "/hlr";

    /** As many as 1s2u takes in one request (contract H3b). */
    private static final int MOST_NUMBERS = 30;

    /** Programs seldom wait longer; what is not answered by then is not charged. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Credentials credentials;
    private final HlrQuota quota;
    private final WaitingCalls waiting;
    private final LookupJobs jobs;
    private final Lookups lookups;

    HlrCalls(Credentials credentials, HlrQuota quota, WaitingCalls waiting, LookupJobs jobs, Lookups lookups) {
        this.credentials = credentials;
        this.quota = quota;
        this.waiting = waiting;
        this.jobs = jobs;
        this.lookups = lookups;
    }

    HlrReply answer(CallParameters parameters) {
        String username = parameters.get("username").orElse("").strip();
        String password = parameters.get("password").orElse("");
        List<String> numbers = numbers(parameters);
        Optional<Caller> caller = username.isEmpty() || password.isBlank()
                ? Optional.empty()
                : credentials.authenticate(username, password, parameters.address());
        if (!areInForm(numbers)) {
            caller.ifPresent(known -> log(known, "MSISDN", "1 to 30 numbers of 10 to 18 digits, without + or 00"));
            return new HlrReply.Refused(HlrError.BAD_NUMBER);
        }
        if (password.isBlank()) {
            return new HlrReply.Refused(HlrError.NO_PASSWORD);
        }
        if (username.isEmpty()) {
            return new HlrReply.Refused(HlrError.NO_USERNAME);
        }
        return caller.map(known -> answer(known, numbers))
                .orElseGet(() -> new HlrReply.Refused(HlrError.WRONG_CREDENTIALS));
    }

    private HlrReply answer(Caller caller, List<String> numbers) {
        if (!quota.admits(caller.credentialId())) {
            log(caller, "429", HlrQuota.CALLS_PER_SECOND + " calls a second at most");
            return new HlrReply.TooManyCalls();
        }
        if (!waiting.enter(caller.tenantId())) {
            log(caller, "003", WaitingCalls.MOST_OF_A_TENANT + " calls at most wait for their answers at once");
            return new HlrReply.Answers(HlrAnswerWriter.write(numbers, NoAnswer.SERVICE_FAILURE));
        }
        try {
            return lookedUp(caller, numbers);
        } finally {
            waiting.leave(caller.tenantId());
        }
    }

    private HlrReply lookedUp(Caller caller, List<String> numbers) {
        LookupRequest request = new LookupRequest(
                caller.tenantId(),
                LookupChannel.HLR,
                caller.credentialId(),
                null,
                numbers.getFirst(),
                numbers,
                null,
                null);
        return switch (jobs.accept(request)) {
            case LookupResult.Accepted accepted -> awaited(accepted.job());
            case LookupResult.Refused refused -> refused(caller, numbers, refused.refusal());
        };
    }

    private HlrReply awaited(LookupJob job) {
        boolean settled = lookups.await(job.tenantId(), job.id(), PATIENCE)
                .map(LookupJob::isSettled)
                .orElseThrow();
        if (!settled) {
            jobs.cancel(job.tenantId(), job.id(), null);
        }
        List<Lookup> found = lookups.page(job.tenantId(), job.id(), LookupFilter.ALL, 0, MOST_NUMBERS);
        return found.stream().allMatch(Lookup::isRefusedNumber)
                ? new HlrReply.Refused(HlrError.BAD_NUMBER)
                : new HlrReply.Answers(HlrAnswerWriter.write(found));
    }

    private HlrReply refused(Caller caller, List<String> numbers, LookupRefusal refusal) {
        return switch (refusal) {
            case LookupRefusal.NotEnoughCredits credits -> {
                log(caller, "CREDITS", "It costs " + credits.price().inEnglish() + "; you have " + credits.available());
                yield new HlrReply.Refused(HlrError.NOT_ENOUGH_CREDITS);
            }
            case LookupRefusal.NoRoute none -> {
                log(caller, "003", "There is no price for " + none.number());
                yield new HlrReply.Answers(HlrAnswerWriter.write(numbers, NoAnswer.SERVICE_UNREACHABLE));
            }
            case LookupRefusal.NotReady _ -> {
                log(caller, "003", "Lookups are not set up yet");
                yield new HlrReply.Answers(HlrAnswerWriter.write(numbers, NoAnswer.SERVICE_FAILURE));
            }
            case LookupRefusal.NoNumber _, LookupRefusal.BadNumber _, LookupRefusal.TooManyNumbers _ ->
                new HlrReply.Refused(HlrError.BAD_NUMBER);
            case LookupRefusal.KeyReused _ -> throw new IllegalStateException("This API has no idempotency keys");
        };
    }

    private void log(Caller caller, String code, String reason) {
        credentials.refused(caller, PATH, code, reason);
    }

    private static List<String> numbers(CallParameters parameters) {
        return Arrays.stream(parameters.get("msisdn").orElse("").split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static boolean areInForm(List<String> numbers) {
        return numbers.size() <= MOST_NUMBERS
                && numbers.stream().allMatch(number -> Msisdn.parse(number).isPresent());
    }
}
