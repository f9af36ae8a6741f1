package io.heliograph.dispatch;

import java.time.Duration;

/**
 * Who goes first: what is urgent, until the rest has stood behind it for the time of four requests, and a quarter of a
 * second at least. So the rest gets about a fifth of what an account can send, however much is urgent. For one thread.
 */
final class Precedence {

    private static final Duration LEAST = Duration.ofMillis(250);
    private static final int REQUESTS = 4;

    private boolean othersStandBehind;
    private long sinceNanos;

    boolean isOfOthers(ProviderAccount account) {
        return othersStandBehind
                && System.nanoTime() - sinceNanos > longest(account).toNanos();
    }

    void urgentWent() {
        if (!othersStandBehind) {
            othersStandBehind = true;
            sinceNanos = System.nanoTime();
        }
    }

    /** Some of them did, or there are none. */
    void othersWent() {
        othersStandBehind = false;
    }

    private static Duration longest(ProviderAccount account) {
        Duration requests = Duration.ofSeconds(REQUESTS).dividedBy(account.requestsPerSecond());
        return requests.compareTo(LEAST) > 0 ? requests : LEAST;
    }
}
