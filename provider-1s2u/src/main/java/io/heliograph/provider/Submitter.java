package io.heliograph.provider;

import java.util.UUID;

/** Takes one request to 1s2u, by whichever of its interfaces the account uses, and says what came of it (contract S9). */
public interface Submitter {

    /** Sends it once; repeats nothing of which it is not certain that it was not sent. */
    SubmitResult submit(UUID accountId, Upstream upstream, Submit submit);

    /** Whether this node can send for the account at all; if not, its messages are left to the others. */
    default boolean isReady(UUID accountId) {
        return true;
    }
}
