package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_wallet_day}: what went in and out of a wallet by UTC day and kind. */
@Repository
class WalletDays {

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    WalletDays(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Counts transfers in, row after row in the order of the key, so that two that do so don't wait for each other. */
    void add(List<PostedTransfer> posted) {
        Map<WalletDay.Key, WalletDay> days = new TreeMap<>();
        for (PostedTransfer each : posted) {
            for (WalletDay day : WalletDay.of(each)) {
                days.merge(day.key(), day, WalletDay::plus);
            }
        }
        if (days.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                INSERT INTO ledger_wallet_day (tenant_id, day, kind, credits_in, credits_out, transfers, last_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE credits_in = credits_in + VALUES(credits_in),
                    credits_out = credits_out + VALUES(credits_out), transfers = transfers + VALUES(transfers),
                    last_at = GREATEST(last_at, VALUES(last_at))
                """, days.values(), BATCH, (insert, day) -> {
            insert.setBytes(1, RowIds.bytes(day.key().tenantId()));
            insert.setObject(2, day.key().day());
            insert.setString(3, day.key().kind().name());
            insert.setLong(4, day.in().tenThousandths());
            insert.setLong(5, day.out().tenThousandths());
            insert.setLong(6, day.transfers());
            insert.setObject(7, Times.utc(day.lastAt()));
        });
    }

    /** What the wallet held when a UTC day began. */
    Credits openingBalance(UUID tenantId, LocalDate day) {
        return new Credits(jdbc.sql("""
                SELECT CAST(COALESCE(SUM(credits_in) - SUM(credits_out), 0) AS SIGNED) FROM ledger_wallet_day
                WHERE tenant_id = ? AND day < ?
                """)
                .params(RowIds.bytes(tenantId), day)
                .query(Long.class)
                .single());
    }

    List<WalletDay> between(UUID tenantId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                SELECT tenant_id, day, kind, credits_in, credits_out, transfers, last_at FROM ledger_wallet_day
                WHERE tenant_id = ? AND day BETWEEN ? AND ? ORDER BY day, kind
                """)
                .params(RowIds.bytes(tenantId), from, to)
                .query(WalletDays::row)
                .list();
    }

    /** Charges less refunds of every tenant. */
    Map<UUID, Consumption> consumed(TransferKind charge, TransferKind refund) {
        Map<UUID, Consumption> consumed = new HashMap<>();
        jdbc.sql("""
                        SELECT tenant_id, SUM(credits_out - credits_in) AS credits,
                               SUM(CASE WHEN kind = :charge THEN transfers ELSE 0 END) AS charges,
                               SUM(CASE WHEN kind = :refund THEN transfers ELSE 0 END) AS refunds
                          FROM ledger_wallet_day
                         WHERE kind IN (:charge, :refund)
                         GROUP BY tenant_id
                        """)
                .param("charge", charge.name())
                .param("refund", refund.name())
                .query(rs -> {
                    consumed.put(
                            RowIds.uuid(rs.getBytes("tenant_id")),
                            new Consumption(
                                    new Credits(rs.getLong("credits")), rs.getLong("charges"), rs.getLong("refunds")));
                });
        return consumed;
    }

    static WalletDay row(ResultSet rs, int rowNumber) throws SQLException {

        return new WalletDay(
                new WalletDay.Key(
                        RowIds.uuid(rs.getBytes("tenant_id")),
                        rs.getObject("day", LocalDate.class),
                        TransferKind.valueOf(rs.getString("kind"))),
                new Credits(rs.getLong("credits_in")),
                new Credits(rs.getLong("credits_out")),
                rs.getLong("transfers"),
                Times.instant(rs, "last_at"));
    }
}
