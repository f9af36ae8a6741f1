package io.heliograph.portal.overview;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.portal.messages.Counts;
import io.heliograph.portal.messages.Door;
import io.heliograph.portal.messages.MessageRow;
import io.heliograph.rates.Price;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.usage.Usage;
import io.heliograph.usage.UsageByState;
import io.heliograph.usage.UsageTotals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of a customer's overview. Days are UTC days, as the meter counts them. */
@Component
class CustomerFigures {

    private static final int DAYS = 30;
    private static final int LAST = 5;

    private final Wallets wallets;
    private final Messages messages;
    private final Counts counts;
    private final Usage usage;
    private final Rates rates;
    private final Clock clock;

    CustomerFigures(Wallets wallets, Messages messages, Counts counts, Usage usage, Rates rates, Clock clock) {
        this.wallets = wallets;
        this.messages = messages;
        this.counts = counts;
        this.usage = usage;
        this.rates = rates;
        this.clock = clock;
    }

    CustomerView now(SignedIn who) {
        UUID tenantId = who.tenantId();
        Wallet wallet = wallets.get(tenantId);
        Map<Door, Long> today = counts.since(tenantId, today());
        Map<Door, Long> month = counts.since(tenantId, today().minusDays(DAYS - 1L));
        return new CustomerView(
                wallet.balance(),
                wallet.creditLimit(),
                enoughFor(tenantId, wallet.available()),
                Counts.all(today),
                number(today, Door.DELIVERED),
                number(today, Door.FAILED),
                number(today, Door.UNSENT),
                number(month, Door.MOVING),
                number(month, Door.DOUBT),
                messages.page(tenantId, MessageFilter.all(), null, LAST).stream()
                        .map(message -> MessageRow.of(message, "/messages"))
                        .toList(),
                who.may(Permission.SEND),
                who.may(Permission.PAY));
    }

    /** By what a message cost in the last days; before the first one, by the price of one part anywhere. */
    private @Nullable Long enoughFor(UUID tenantId, Credits available) {
        Credits each = usual(tenantId);
        if (!each.isPositive()) {
            return null;
        }
        return Math.max(0, available.tenThousandths() / each.tenThousandths());
    }

    private Credits usual(UUID tenantId) {
        UsageTotals delivered = usage.totals(List.of(tenantId), today().minusDays(DAYS - 1L), today(), Product.SMS)
                .getOrDefault(tenantId, UsageByState.NONE)
                .of("DELIVERED");
        return delivered.messages() > 0
                ? new Credits(delivered.credits().tenThousandths() / delivered.messages())
                : rates.price(tenantId, Product.SMS, "").map(Price::unit).orElse(Credits.ZERO);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static long number(Map<Door, Long> counts, Door door) {
        return counts.getOrDefault(door, 0L);
    }
}
