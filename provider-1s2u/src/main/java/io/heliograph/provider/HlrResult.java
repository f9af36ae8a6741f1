package io.heliograph.provider;

import java.util.Map;

/**
 * What is known of a lookup request after it ended (contract H1 to H4). Asking changes nothing at 1s2u, so what was not
 * answered may be asked again. {@code raw} is what 1s2u answered, cut if it is long.
 */
public sealed interface HlrResult {

    String raw();

    /**
     * 1s2u answered.
     *
     * @param answers by the number that was asked for; a number may be missing
     */
    record Answered(Map<String, HlrAnswer> answers, String raw) implements HlrResult {

        public Answered {
            answers = Map.copyOf(answers);
        }
    }

    /** A number is out of form; with several numbers, nobody knows which. */
    record BadNumber(String raw) implements HlrResult {}

    /** For a cause that concerns the whole account: its credentials, or {@code Insufficient hlr credits.} Pause its lookups. */
    record AccountRefused(String why, String raw) implements HlrResult {}

    /** Refused for now, or never read; ask again after a while. */
    record NotAsked(Reason reason, String raw) implements HlrResult {

        /** Why it was not asked. */
        public enum Reason {
            /** HTTP 429: more than 30 requests a second. */
            TOO_MANY_REQUESTS,
            /** HTTP 503. */
            OVERLOADED,
            /** No connection. */
            NO_CONNECTION
        }
    }

    /**
     * No answer, or none in a known form.
     *
     * @param why in words
     */
    record Unanswered(String why, String raw) implements HlrResult {}
}
