package io.heliograph.portal.send;

import io.heliograph.rates.Product;
import io.heliograph.usage.Usage;
import io.heliograph.usage.UsageGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The senders that a tenant uses most, to choose from. */
@Component
class RecentSenders {

    private static final int DAYS = 30;
    private static final int OFFERED = 5;

    private final Usage usage;
    private final Clock clock;

    RecentSenders(Usage usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    List<String> of(UUID tenantId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return usage.topSenders(tenantId, today.minusDays(DAYS), today, Product.SMS, OFFERED).stream()
                .map(UsageGroup::name)
                .toList();
    }
}
