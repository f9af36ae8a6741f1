package io.heliograph.portal.statement;

import io.heliograph.ledger.Statement;
import io.heliograph.ledger.StatementRow;
import io.heliograph.ledger.Statements;
import io.heliograph.ledger.TransferKind;
import io.heliograph.ledger.Wallets;
import io.heliograph.messages.Messages;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts statements together: one's own, and that of a direct customer. */
@Component
class StatementPages {

    private static final Set<TransferKind> OF_PURCHASES =
            EnumSet.of(TransferKind.PURCHASE, TransferKind.PURCHASE_REVERSAL, TransferKind.PURCHASE_REINSTATED);

    private final Statements statements;
    private final Wallets wallets;
    private final Messages messages;
    private final Tenants tenants;
    private final Clock clock;

    StatementPages(Statements statements, Wallets wallets, Messages messages, Tenants tenants, Clock clock) {
        this.statements = statements;
        this.wallets = wallets;
        this.messages = messages;
        this.tenants = tenants;
        this.clock = clock;
    }

    StatementView own(UUID tenantId, @Nullable String from, @Nullable String to) {
        return view(tenantId, tenantId, null, "/credits/statement", from, to);
    }

    StatementView ofCustomer(UUID sellerId, UUID customerId, @Nullable String from, @Nullable String to) {
        Tenant customer = tenants.child(sellerId, customerId);
        return view(sellerId, customerId, customer.name(), "/customers/" + customerId + "/statement", from, to);
    }

    Period period(@Nullable String from, @Nullable String to) {
        return Period.of(from, to, today());
    }

    private StatementView view(
            UUID readerId,
            UUID ownerId,
            @Nullable String name,
            String base,
            @Nullable String from,
            @Nullable String to) {
        Period period = period(from, to);
        Statement statement = statements.of(ownerId, period.from(), period.to());
        Map<UUID, String> names = new HashMap<>();
        List<StatementView.Line> lines = statement.rows().stream()
                .map(row -> line(row, readerId, ownerId, base, names))
                .toList();
        return new StatementView(
                name,
                name == null ? null : ownerId,
                wallets.get(ownerId),
                statement,
                lines,
                period,
                Period.choices(today(), period),
                base,
                base + ".csv?" + period.query(),
                messages.held(ownerId),
                (name == null ? "" : "/customers/" + ownerId) + "/messages?state=doubt&days=90",
                StatementView.decimals(statement));
    }

    private StatementView.Line line(
            StatementRow row, UUID readerId, UUID ownerId, String base, Map<UUID, String> names) {
        UUID other = row.counterpartyId();
        boolean named = other != null && !other.equals(ownerId);
        String name = named ? names.computeIfAbsent(other, this::name) : null;
        return new StatementView.Line(row, name, href(row, readerId, ownerId, base));
    }

    private @Nullable String href(StatementRow row, UUID readerId, UUID ownerId, String base) {
        UUID other = row.counterpartyId();
        if (other != null
                && tenants.find(other)
                        .filter(tenant -> readerId.equals(tenant.parentId()))
                        .isPresent()) {
            return ownerId.equals(readerId) ? "/customers/" + other : null;
        }
        if (row.kind() == TransferKind.CHARGE || row.kind() == TransferKind.REFUND) {
            DayKind kind = row.kind() == TransferKind.CHARGE ? DayKind.SENDS : DayKind.REFUNDS;
            return base + "/day?day=" + row.day() + "&kind=" + kind.word();
        }
        boolean ownPurchase = OF_PURCHASES.contains(row.kind()) && ownerId.equals(readerId);
        return ownPurchase && row.referenceId() != null ? "/credits/purchases/" + row.referenceId() : null;
    }

    private String name(UUID tenantId) {
        return tenants.find(tenantId).map(Tenant::name).orElse("");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
