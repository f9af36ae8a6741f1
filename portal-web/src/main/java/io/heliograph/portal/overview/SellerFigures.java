package io.heliograph.portal.overview;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.StatementRow;
import io.heliograph.ledger.Statements;
import io.heliograph.ledger.TransferKind;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Traffic;
import io.heliograph.portal.TrafficReads;
import io.heliograph.portal.customers.CustomerBook;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The numbers on a seller's overview. */
@Component
class SellerFigures {

    static final int CHART_DAYS = 30;

    private final CustomerBook book;
    private final TrafficReads traffic;
    private final Wallets wallets;
    private final Statements statements;

    SellerFigures(CustomerBook book, TrafficReads traffic, Wallets wallets, Statements statements) {
        this.book = book;
        this.traffic = traffic;
        this.wallets = wallets;
        this.statements = statements;
    }

    ResellerView ofReseller(SignedIn who) {
        UUID id = who.tenantId();
        return new ResellerView(
                needs(id),
                wallets.get(id).balance(),
                today(id),
                margin(id),
                traffic.chart(id, CHART_DAYS),
                who.may(Permission.MANAGE));
    }

    Needs needs(UUID sellerId) {
        return Needs.of(book.of(sellerId, ""));
    }

    /** What the seller's whole subtree sent today. */
    Traffic today(UUID sellerId) {
        return traffic.of(List.of(sellerId), 1).getOrDefault(sellerId, Traffic.NONE);
    }

    private Credits margin(UUID sellerId) {
        LocalDate today = traffic.today();
        return statements.of(sellerId, today.minusDays(CHART_DAYS - 1L), today).rows().stream()
                .filter(row -> row.kind() == TransferKind.MARGIN_SWEEP)
                .map(SellerFigures::earned)
                .reduce(Credits.ZERO, Credits::plus);
    }

    private static Credits earned(StatementRow row) {
        return row.in().minus(row.out());
    }
}
