package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements of wallets by UTC day. */
@Component
public class Statements {

    private static final Comparator<StatementRow> OLDEST_FIRST =
            Comparator.comparing(StatementRow::day).thenComparing(StatementRow::at);

    private final TransferRows transfers;
    private final WalletDays days;
    private final StatementCsv csv;

    Statements(TransferRows transfers, WalletDays days, StatementCsv csv) {
        this.transfers = transfers;
        this.days = days;
        this.csv = csv;
    }

    /**
     * The statement of a period of UTC days: charges, refunds and margin sweeps by day and kind, placed at the time of
     * the day's last, all else one by one. Takes as long for a million messages as for one.
     *
     * @param from first day
     * @param to last day, inclusive
     */
    public Statement of(UUID tenantId, LocalDate from, LocalDate to) {
        Credits opening = days.openingBalance(tenantId, from);
        List<StatementRow> rows = rows(tenantId, from, to);
        List<StatementRow> balanced = withBalances(opening, rows);
        Credits in = sum(rows.stream().map(StatementRow::in));
        Credits out = sum(rows.stream().map(StatementRow::out));
        Credits closing = opening.plus(in).minus(out);
        return new Statement(tenantId, from, to, opening, in, out, closing, balanced.reversed());
    }

    /**
     * Writes every single transfer of a period of UTC days as CSV (RFC 4180, UTF-8 once encoded, a line of column names
     * first), oldest first: time (ISO 8601, UTC), kind, reference, note, in, out, balance after.
     *
     * @throws IOException if it can't be written
     */
    public void csv(UUID tenantId, LocalDate from, LocalDate to, Appendable out) throws IOException {
        csv.write(tenantId, from, to, days.openingBalance(tenantId, from), out);
    }

    /**
     * The single transfers behind the lines of a UTC day, newest first.
     *
     * @param kinds of those that are grouped by day: what the tenant was charged and refunded, or its margins
     * @param before only those older than the one of this id; null for the newest
     * @param limit how many at most
     */
    public List<PostedTransfer> ofDay(
            UUID tenantId, LocalDate day, Set<TransferKind> kinds, @Nullable UUID before, int limit) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        UUID above = before == null ? RowIds.lowest(to.plus(TransferRows.CLOCK_SLACK)) : before;
        return transfers.between(tenantId, kinds, from, to, above, limit);
    }

    private List<StatementRow> rows(UUID tenantId, LocalDate from, LocalDate to) {
        List<StatementRow> rows = new ArrayList<>();
        days.between(tenantId, from, to).stream()
                .filter(day -> day.key().kind().isGroupedByDay())
                .map(StatementRow::of)
                .forEach(rows::add);
        transfers.lines(tenantId, from, to).stream()
                .map(line -> StatementRow.of(tenantId, line))
                .forEach(rows::add);
        Collections.sort(rows, OLDEST_FIRST);
        return rows;
    }

    private static List<StatementRow> withBalances(Credits opening, List<StatementRow> rows) {
        List<StatementRow> balanced = new ArrayList<>(rows.size());
        Credits balance = opening;
        for (StatementRow row : rows) {
            balance = balance.plus(row.in()).minus(row.out());
            balanced.add(row.withBalanceAfter(balance));
        }
        return balanced;
    }

    private static Credits sum(Stream<Credits> credits) {
        return credits.reduce(Credits.ZERO, Credits::plus);
    }
}
