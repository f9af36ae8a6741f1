package io.heliograph.portal.monitoring;

import io.heliograph.portal.provideraccounts.AccountLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How an installation is doing.
 *
 * @param webhooksDue deliveries that are due or under way
 * @param uncertain messages being checked
 * @param node the host name of the node that answers, which the rest is about
 * @param startedAt when that node was started
 */
record MonitoringView(
        List<AccountLine> accounts,
        long webhooksDue,
        long uncertain,
        String node,
        Instant startedAt,
        List<Step> steps,
        List<Commits> commits,
        long leasesLost) {

    MonitoringView {
        accounts = List.copyOf(accounts);
        steps = List.copyOf(steps);
        commits = List.copyOf(commits);
    }

    /**
     * One step of a message's way, or one way that it ends.
     *
     * @param key of its words in the messages
     * @param detail what tells it from others with these words: a channel or a provider account; empty for none
     * @param count since the node was started
     * @param median of the last minutes, as the two others
     */
    record Step(String key, String detail, long count, Duration median, Duration p95, Duration p99) {}

    /**
     * Transactions that many share.
     *
     * @param of what they write
     * @param count since the node was started
     * @param items how many share one, on average
     * @param mostItems the most that shared one in the last minutes
     */
    record Commits(String of, long count, double items, double mostItems, Duration p99) {}

    /** Changes when anything does that is shown. */
    public String version() {
        return Integer.toHexString(Objects.hash(accounts, webhooksDue, uncertain, node, steps, commits, leasesLost));
    }
}
