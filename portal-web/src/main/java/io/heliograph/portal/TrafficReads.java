package io.heliograph.portal;

import io.heliograph.rates.Product;
import io.heliograph.tenants.Tenants;
import io.heliograph.usage.Usage;
import io.heliograph.usage.UsageByState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What tenants sent, each together with all below it, in the UTC days up to today. */
@Component
public class TrafficReads {

    private final Usage usage;
    private final Tenants tenants;
    private final Clock clock;

    TrafficReads(Usage usage, Tenants tenants, Clock clock) {
        this.usage = usage;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The traffic of each, in so many days, today included. */
    public Map<UUID, Traffic> of(Collection<UUID> tenantIds, int days) {
        Map<UUID, List<UUID>> subtrees = tenants.subtrees(tenantIds);
        List<UUID> all =
                subtrees.values().stream().flatMap(List::stream).distinct().toList();
        Map<UUID, UsageByState> totals = usage.totals(all, today().minusDays(days - 1L), today(), Product.SMS);
        Map<UUID, Traffic> traffic = new HashMap<>();
        subtrees.forEach((id, subtree) -> traffic.put(
                id,
                subtree.stream()
                        .map(one -> Traffic.of(totals.getOrDefault(one, UsageByState.NONE)))
                        .reduce(Traffic.NONE, Traffic::plus)));
        return traffic;
    }

    /** The same day by day, of one tenant with all below it. */
    public TrafficChart chart(UUID tenantId, int days) {
        LocalDate from = today().minusDays(days - 1L);
        return TrafficChart.of(tenants.subtree(tenantId).stream()
                .map(id -> usage.byDay(id, from, today(), Product.SMS))
                .toList());
    }

    /** The UTC day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
