package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Transfer;
import io.heliograph.rates.Charges;
import io.heliograph.rates.Rates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lookups that were charged and will not be answered cost. */
@Component
class Refunds {

    private final Rates rates;

    Refunds(Rates rates) {
        this.rates = rates;
    }

    /**
     * One refund of some lookups of one job.
     *
     * @param refundId written on each of the lookups
     * @param transfers to be posted, last in the transaction
     */
    record Refund(UUID refundId, Credits credits, List<Transfer> transfers) {}

    Refund of(UUID refundId, List<Asked> lookups, @Nullable UUID actorId) {
        if (lookups.isEmpty()) {
            return new Refund(refundId, Credits.ZERO, List.of());
        }
        Asked first = lookups.getFirst();
        Map<UUID, Integer> byChain = new LinkedHashMap<>();
        lookups.forEach(lookup -> byChain.merge(lookup.chainId(), 1, Integer::sum));
        List<Charges.Item> items = new ArrayList<>();
        byChain.forEach(
                (chainId, numbers) -> items.add(new Charges.Item(rates.chain(first.tenantId(), chainId), numbers)));
        Credits credits =
                items.stream().map(item -> item.price().total(item.units())).reduce(Credits.ZERO, Credits::plus);
        return new Refund(
                refundId, credits, Charges.refundOfLookups(first.tenantId(), first.jobId(), refundId, items, actorId));
    }

    static UUID newId() {
        return RowIds.next();
    }
}
