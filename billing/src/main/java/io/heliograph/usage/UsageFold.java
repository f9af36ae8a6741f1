package io.heliograph.usage;

import io.heliograph.db.Transactions;
import io.heliograph.usage.UsageDeltas.Recorded;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Folds what was recorded into sums by day. Any number of nodes may do it at once: what is folded is removed in the same
 * transaction, and only one of them can remove it.
 */
@Component
class UsageFold {

    private static final int MAX_DELTAS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(UsageFold.class);

    private final UsageDeltas deltas;
    private final Transactions transactions;

    UsageFold(UsageDeltas deltas, Transactions transactions) {
        this.deltas = deltas;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void foldAll() {
        try {
            int folded;
            do {
                folded = transactions.call(this::foldOnce);
            } while (folded == MAX_DELTAS);
        } catch (FoldedElsewhereException anotherNodeIsAtIt) {
            log.debug("Usage is being folded by another node");
        }
    }

    /** Removes first: whoever else wants these rows waits there, before it locks a day's row. */
    private int foldOnce() {
        List<Recorded> recorded = deltas.oldest(MAX_DELTAS);
        if (recorded.isEmpty()) {
            return 0;
        }
        if (deltas.remove(recorded) != recorded.size()) {
            throw new FoldedElsewhereException();
        }
        Map<UsageKey, UsageTotals> sums = new TreeMap<>();
        recorded.forEach(each -> sums.merge(each.key(), each.totals(), UsageTotals::plus));
        deltas.addToDays(sums);
        return recorded.size();
    }

    /** Another node removed some of the rows first: this transaction is undone. */
    private static final class FoldedElsewhereException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
