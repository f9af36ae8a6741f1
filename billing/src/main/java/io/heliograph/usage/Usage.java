package io.heliograph.usage;

import io.heliograph.rates.Product;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The meter. What is recorded counts at once; it is folded into sums by day in the background. */
@Component
public class Usage {

    private final UsageDeltas deltas;
    private final UsageReads reads;
    private final UsageFold fold;

    Usage(UsageDeltas deltas, UsageReads reads, UsageFold fold) {
        this.deltas = deltas;
        this.reads = reads;
        this.fold = fold;
    }

    /**
     * Records changes in the caller's transaction. Never waits for another transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<UsageDelta> changes) {
        Map<UsageKey, UsageTotals> sums = new TreeMap<>();
        changes.forEach(change -> sums.merge(change.key(), change.totals(), UsageTotals::plus));
        sums.values().removeIf(UsageTotals::isNone);
        deltas.insert(sums);
    }

    /** Folds all that is recorded now; what another node is folding is left to it. */
    public void fold() {
        fold.foldAll();
    }

    /** Each UTC day of a period, those without usage too, oldest first; both ends inclusive. */
    public List<UsageDay> byDay(UUID tenantId, LocalDate from, LocalDate to, Product product) {
        Map<LocalDate, UsageByState> days = reads.byDay(tenantId, from, to, product);
        return from.datesUntil(to.plusDays(1))
                .map(day -> new UsageDay(day, days.getOrDefault(day, UsageByState.NONE)))
                .toList();
    }

    /** Destinations of a period of UTC days, most messages first; both ends inclusive. */
    public List<UsageGroup> byDestination(UUID tenantId, LocalDate from, LocalDate to, Product product) {
        return mostFirst(reads.byDestination(tenantId, from, to, product), Integer.MAX_VALUE);
    }

    /** The senders with the most messages in a period of UTC days, at most so many; both ends inclusive. */
    public List<UsageGroup> topSenders(UUID tenantId, LocalDate from, LocalDate to, Product product, int limit) {
        return mostFirst(reads.bySender(tenantId, from, to, product), limit);
    }

    /** What each of some tenants used in a period of UTC days, tenants without usage too; both ends inclusive. */
    public Map<UUID, UsageByState> totals(Collection<UUID> tenantIds, LocalDate from, LocalDate to, Product product) {
        return reads.totals(tenantIds, from, to, product);
    }

    private static List<UsageGroup> mostFirst(Map<String, UsageByState> groups, int limit) {
        return groups.entrySet().stream()
                .map(group -> new UsageGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingLong(
                                (UsageGroup group) -> group.usage().messages())
                        .reversed()
                        .thenComparing(UsageGroup::name))
                .limit(limit)
                .toList();
    }
}
