package io.heliograph.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a request after it ended (contract S9). {@code raw} is what 1s2u answered, cut if it is long. */
public sealed interface SubmitResult {

    String raw();

    /**
     * 1s2u took it.
     *
     * @param ids its message ids, at least one, in its order; opaque text
     */
    record Submitted(List<String> ids, String raw) implements SubmitResult {

        public Submitted {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Not sent; may be tried again, after a while.
     *
     * @param code 1s2u's, where it gave one
     * @param raw the answer, or what the connection failed of
     */
    record NotSent(Reason reason, @Nullable String code, String raw) implements SubmitResult {

        /** Why it was not sent. */
        public enum Reason {
            /** {@code 0000}. */
            TEMPORARILY_UNAVAILABLE,
            /** HTTP 429: more than 30 requests a second. */
            TOO_MANY_REQUESTS,
            /** HTTP 503. */
            OVERLOADED,
            /** No connection: refused, timed out, name unknown, TLS not agreed. */
            NO_CONNECTION
        }
    }

    /** Not sent, for a cause that concerns the whole account: {@code 00} or {@code 0020}. Pause it, keep its queue. */
    record AccountRefused(String code, String raw) implements SubmitResult {}

    /**
     * Not sent, and never will be.
     *
     * @param code 1s2u's, as it came; may be one that is not in the contract
     * @param ourBug whether 1s2u could only refuse it because we sent it wrongly: {@code 000}, {@code 0066}
     */
    record Rejected(String code, String raw, boolean ourBug) implements SubmitResult {}

    /**
     * Perhaps sent: it was written, and there was no readable answer. Never send it again by itself.
     *
     * @param why in words
     */
    record Uncertain(String why, String raw) implements SubmitResult {}
}
