package io.heliograph.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What went in and out of a wallet in a period: {@code opening + in - out = closing}.
 *
 * @param from first day, UTC
 * @param to last day, UTC, inclusive
 * @param rows newest first
 */
public record Statement(
        UUID tenantId,
        LocalDate from,
        LocalDate to,
        Credits opening,
        Credits in,
        Credits out,
        Credits closing,
        List<StatementRow> rows) {

    public Statement {
        rows = List.copyOf(rows);
    }
}
