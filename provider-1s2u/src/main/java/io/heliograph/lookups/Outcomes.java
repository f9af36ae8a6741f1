package io.heliograph.lookups;

import io.heliograph.provider.HlrAnswer;
import io.heliograph.provider.HlrResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What the answer to a request means for each lookup in it. */
final class Outcomes {

    static final String NO_ANSWER = "The network gave no answer";
    static final String TOO_LATE = "The answer came too late";
    static final String NOT_A_NUMBER = "The network does not take this number";

    /** How often a number is asked for without an answer before it is given up. */
    static final int MOST_TRIES = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private Outcomes() {}

    static Map<Asked, Outcome> of(HlrRequest request, HlrResult result, Instant now) {
        Map<Asked, Outcome> outcomes = new LinkedHashMap<>();
        request.asked().forEach(asked -> outcomes.put(asked, of(request, asked, result, now)));
        return outcomes;
    }

    /** The account was paused before the request left. */
    static Map<Asked, Outcome> paused(HlrRequest request) {
        Map<Asked, Outcome> outcomes = new LinkedHashMap<>();
        request.asked().forEach(asked -> outcomes.put(asked, new Outcome.Back(FIRST_WAIT, asked.alone(), false)));
        return outcomes;
    }

    /** A request of which nobody knows what became of it: asking again does no harm. */
    static Outcome abandoned(Asked asked) {
        return unanswered(asked);
    }

    private static Outcome of(HlrRequest request, Asked asked, HlrResult result, Instant now) {
        return switch (result) {
            case HlrResult.Answered answered -> {
                HlrAnswer answer = answered.answers().get(asked.msisdn());
                yield answer == null
                        ? unanswered(asked)
                        : new Outcome.Answered(new EarlierAnswer(answer, NumberStatus.of(answer), now));
            }
            case HlrResult.BadNumber _ ->
                request.msisdns().size() == 1
                        ? new Outcome.Failed(NOT_A_NUMBER)
                        : new Outcome.Back(Duration.ZERO, true, false);
            case HlrResult.AccountRefused _ -> new Outcome.Back(FIRST_WAIT, asked.alone(), false);
            case HlrResult.NotAsked _ -> new Outcome.Back(wait(asked.tries()), asked.alone(), false);
            case HlrResult.Unanswered _ -> unanswered(asked);
        };
    }

    /** From the second try on it is asked for alone, as another number of its request may be what is wrong. */
    private static Outcome unanswered(Asked asked) {
        return asked.tries() >= MOST_TRIES
                ? new Outcome.Failed(NO_ANSWER)
                : new Outcome.Back(wait(asked.tries()), asked.alone() || asked.tries() > 1, true);
    }

    /** Doubles with each try, with a fifth of jitter. */
    private static Duration wait(int tries) {
        long millis = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.clamp(tries - 1L, 0, 20));
        return Duration.ofMillis(Math.round(millis * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
