package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes a wallet's transfers one by one, a page of them in memory at a time. */
@Component
class StatementCsv {

    private static final int PAGE = 2_000;
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** Ids tell the time of the node that made them, which may be off by a little. */
    private static final Duration CLOCK_SLACK = Duration.ofDays(1);

    private final TransferRows transfers;

    StatementCsv(TransferRows transfers) {
        this.transfers = transfers;
    }

    void write(UUID tenantId, LocalDate from, LocalDate to, Credits opening, Appendable out) throws IOException {
        out.append("time,kind,reference,note,in,out,balance\r\n");
        Lines lines = new Lines(tenantId, opening, new ArrayDeque<>(transfers.lines(tenantId, from, to)), out);
        Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        UUID after = RowIds.lowest(from.atStartOfDay(ZoneOffset.UTC).toInstant().minus(CLOCK_SLACK));
        List<PostedTransfer> page;
        do {
            page = transfers.after(tenantId, after, PAGE);
            for (PostedTransfer posted : page) {
                if (!posted.day().isBefore(from) && posted.postedAt().isBefore(end)) {
                    lines.writeOwn(posted);
                }
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE && page.getLast().postedAt().isBefore(end.plus(CLOCK_SLACK)));
        lines.writeRest();
    }

    /** Merges the tenant's own transfers, of which there may be millions, with the few shown one by one. */
    private static final class Lines {

        private final UUID tenantId;
        private final Deque<PostedTransfer> singles;
        private final Appendable out;
        private Credits balance;

        Lines(UUID tenantId, Credits opening, Deque<PostedTransfer> singles, Appendable out) {
            this.tenantId = tenantId;
            this.balance = opening;
            this.singles = singles;
            this.out = out;
        }

        void writeOwn(PostedTransfer posted) throws IOException {
            Transfer transfer = posted.transfer();
            Account wallet = Account.wallet(tenantId);
            boolean touchesWallet =
                    transfer.from().equals(wallet) || transfer.to().equals(wallet);
            if (!touchesWallet || !transfer.kind().isGroupedByDay()) {
                return;
            }
            while (!singles.isEmpty() && singles.getFirst().postedAt().isBefore(posted.postedAt())) {
                write(singles.removeFirst());
            }
            write(posted);
        }

        void writeRest() throws IOException {
            for (PostedTransfer single : singles) {
                write(single);
            }
        }

        private void write(PostedTransfer posted) throws IOException {
            StatementRow row = StatementRow.of(tenantId, posted);
            balance = balance.plus(row.in()).minus(row.out());
            out.append(row.at().toString())
                    .append(',')
                    .append(row.kind().name())
                    .append(',')
                    .append(row.referenceId() == null ? "" : row.referenceId().toString())
                    .append(',')
                    .append(row.note() == null ? "" : text(row.note()))
                    .append(',')
                    .append(row.in().isZero() ? "" : row.in().toString())
                    .append(',')
                    .append(row.out().isZero() ? "" : row.out().toString())
                    .append(',')
                    .append(balance.toString())
                    .append("\r\n");
        }

        /** Quoted, and not a formula when a spreadsheet opens it. */
        private static String text(String note) {
            boolean formula = !note.isEmpty() && FORMULA_STARTS.indexOf(note.charAt(0)) >= 0;
            return '"' + (formula ? "'" : "") + note.replace("\"", "\"\"") + '"';
        }
    }
}
