package io.heliograph.db;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the rows that the database reads from an index one after the other: what a statement costs in a large table. */
public final class RowsRead {

    private final Transactions transactions;
    private final JdbcTemplate jdbc;

    public RowsRead(Transactions transactions, JdbcTemplate jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** How many rows are read for this. */
    public long by(Runnable reading) {
        List<Long> counts = new ArrayList<>();
        transactions.run(() -> {
            counts.add(soFar());
            reading.run();
            counts.add(soFar());
        });
        return counts.getLast() - counts.getFirst();
    }

    private long soFar() {
        Long next = jdbc.queryForObject("SHOW SESSION STATUS LIKE 'Handler_read_next'", (rs, _) -> rs.getLong("Value"));
        return next == null ? 0 : next;
    }
}
