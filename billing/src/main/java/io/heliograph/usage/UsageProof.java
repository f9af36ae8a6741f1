package io.heliograph.usage;

import io.heliograph.ledger.Consumption;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Difference;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.ProofCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Proves that the meter equals the ledger: each tenant's metered credits are its charges less its refunds. */
@Component
class UsageProof implements ProofCheck {

    private final UsageReads usage;
    private final Ledger ledger;

    UsageProof(UsageReads usage, Ledger ledger) {
        this.usage = usage;
        this.ledger = ledger;
    }

    @Override
    public List<Difference> check() {
        Map<UUID, Consumption> consumed = new HashMap<>(ledger.consumed());
        ledger.consumedByLookups()
                .forEach((tenantId, byLookups) -> consumed.merge(tenantId, byLookups, Consumption::plus));
        Map<UUID, Credits> metered = usage.credits();
        Set<UUID> tenantIds = new HashSet<>(consumed.keySet());
        tenantIds.addAll(metered.keySet());
        List<Difference> differences = new ArrayList<>();
        for (UUID tenantId : tenantIds) {
            Credits expected = consumed.getOrDefault(tenantId, Consumption.NONE).credits();
            Credits found = metered.getOrDefault(tenantId, Credits.ZERO);
            if (!expected.equals(found)) {
                differences.add(Difference.of("Credits of the usage", tenantId, expected, found));
            }
        }
        return differences;
    }
}
