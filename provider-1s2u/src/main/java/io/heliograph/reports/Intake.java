package io.heliograph.reports;

import io.heliograph.db.GroupCommit;
import io.heliograph.db.Transactions;
import io.heliograph.messages.Correlation;
import io.heliograph.messages.Message;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes reports down, and what they do with them: most name a message whose id is known, and are settled in the very
 * transaction that stores them, many callers' together. The others wait for the {@link Settler}.
 */
@Component
class Intake {

    private static final int TRANSACTIONS_AT_A_TIME = 2;
    private static final int MOST_TOGETHER = 200;

    private final ReportRows reports;
    private final PendingRows pending;
    private final Matching matching;
    private final Applying applying;
    private final Settler settler;
    private final GroupCommit<List<Report>, Integer> commits;

    Intake(
            ReportRows reports,
            PendingRows pending,
            Matching matching,
            Applying applying,
            Settler settler,
            Transactions transactions) {
        this.reports = reports;
        this.pending = pending;
        this.matching = matching;
        this.applying = applying;
        this.settler = settler;
        this.commits = new GroupCommit<>(
                "reports-intake", TRANSACTIONS_AT_A_TIME, MOST_TOGETHER, List::size, transactions, this::write);
    }

    /** Returns when the reports are on disk. */
    void take(List<Report> read) {
        commits.submit(read);
    }

    @PreDestroy
    void close() {
        commits.close();
    }

    private List<Integer> write(List<List<Report>> callers) {
        List<Report> all = callers.stream().flatMap(List::stream).toList();
        Map<Report, Message> matched = matched(all);
        List<Settled> settled = new ArrayList<>(applying.applyLocked(matched));
        all.stream()
                .filter(report -> !matched.containsKey(report))
                .map(Settled::pending)
                .forEach(settled::add);
        reports.insert(settled);
        List<Report> waiting =
                settled.stream().filter(Settled::isPending).map(Settled::report).toList();
        if (!waiting.isEmpty()) {
            pending.insert(waiting);
            Transactions.afterCommit(settler::nudge);
        }
        return Collections.nCopies(callers.size(), all.size());
    }

    /** Reports whose message is known: the first of each message, as what the second does depends on it. */
    private Map<Report, Message> matched(List<Report> all) {
        List<Report> readable = all.stream()
                .filter(report -> report.outcome() == ReportOutcome.PENDING)
                .toList();
        Map<Correlation, Message> known = matching.lockKnown(readable);
        Map<Report, Message> matched = new LinkedHashMap<>();
        Set<UUID> taken = new HashSet<>();
        for (Report report : readable) {
            Message message = known.get(report.correlation());
            if (message != null && taken.add(message.id())) {
                matched.put(report, message);
            }
        }
        return matched;
    }
}
