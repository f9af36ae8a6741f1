package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The whole ledger added up, for the proof. Reads every transfer. */
@Repository
class LedgerFolds {

    private final JdbcClient jdbc;

    LedgerFolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came into accounts, by account, UTC day and kind. */
    List<Fold> in() {
        return fold("to_kind", "to_tenant_id");
    }

    /** What went out of accounts, by account, UTC day and kind. */
    List<Fold> out() {
        return fold("from_kind", "from_tenant_id");
    }

    Map<UUID, Credits> balances() {
        return byTenant("SELECT tenant_id, balance AS credits FROM ledger_wallet");
    }

    Map<UUID, Credits> marginsDue() {
        return byTenant("""
                SELECT tenant_id, CAST(SUM(amount) AS SIGNED) AS credits FROM ledger_margin_due GROUP BY tenant_id
                """);
    }

    Map<WalletDay.Key, WalletDay> walletDays() {
        Map<WalletDay.Key, WalletDay> days = new HashMap<>();
        jdbc.sql("SELECT tenant_id, day, kind, credits_in, credits_out, transfers, last_at FROM ledger_wallet_day")
                .query(WalletDays::row)
                .list()
                .forEach(day -> days.put(day.key(), day));
        return days;
    }

    /** How many lines each wallet's statements have. */
    Map<UUID, Long> lines() {
        Map<UUID, Long> lines = new HashMap<>();
        jdbc.sql("""
                SELECT l.tenant_id, COUNT(*) AS line_count FROM ledger_wallet_line l
                JOIN ledger_transfer t ON t.tenant_id = l.owner_id AND t.id = l.id
                GROUP BY l.tenant_id
                """).query(rs -> {
            lines.put(RowIds.uuid(rs.getBytes("tenant_id")), rs.getLong("line_count"));
        });
        return lines;
    }

    private List<Fold> fold(String accountKind, String tenantId) {
        return jdbc.sql("""
                SELECT %1$s AS account_kind, %2$s AS tenant_id, kind, DATE(created_at) AS day, COUNT(*) AS transfers,
                    CAST(SUM(amount) AS SIGNED) AS credits, MAX(created_at) AS last_at
                FROM ledger_transfer GROUP BY %1$s, %2$s, kind, DATE(created_at)
                """.formatted(accountKind, tenantId))
                .query((rs, rowNumber) -> new Fold(
                        new Account(
                                AccountKind.valueOf(rs.getString("account_kind")),
                                RowIds.uuid(rs.getBytes("tenant_id"))),
                        TransferKind.valueOf(rs.getString("kind")),
                        rs.getObject("day", LocalDate.class),
                        rs.getLong("transfers"),
                        new Credits(rs.getLong("credits")),
                        Times.instant(rs, "last_at")))
                .list();
    }

    private Map<UUID, Credits> byTenant(String sql) {
        Map<UUID, Credits> byTenant = new HashMap<>();
        jdbc.sql(sql).query(rs -> {
            byTenant.put(RowIds.uuid(rs.getBytes("tenant_id")), new Credits(rs.getLong("credits")));
        });
        return byTenant;
    }

    /** Transfers of one kind and day on one side of an account. */
    record Fold(Account account, TransferKind kind, LocalDate day, long transfers, Credits credits, Instant lastAt) {}
}
