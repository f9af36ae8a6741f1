package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_wallet}. */
@Repository
class WalletRows {

    private static final String COLUMNS = "tenant_id, seller_id, balance, credit_limit, opened_at";

    private final JdbcClient jdbc;

    WalletRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID tenantId, @Nullable UUID sellerId, Instant openedAt) {
        jdbc.sql("INSERT INTO ledger_wallet (tenant_id, seller_id, balance, credit_limit, opened_at) "
                        + "VALUES (:tenantId, :sellerId, 0, 0, :openedAt)")
                .param("tenantId", RowIds.bytes(tenantId))
                .param("sellerId", RowIds.bytesOrNull(sellerId))
                .param("openedAt", Times.utc(openedAt))
                .update();
    }

    Optional<Wallet> find(UUID tenantId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM ledger_wallet WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .query(WalletRows::row)
                .optional();
    }

    List<Wallet> find(Collection<UUID> tenantIds) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM ledger_wallet WHERE tenant_id IN (:tenants)")
                .param("tenants", tenantIds.stream().map(RowIds::bytes).toList())
                .query(WalletRows::row)
                .list();
    }

    List<Wallet> ofCustomers(UUID sellerId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM ledger_wallet WHERE seller_id = ? ORDER BY tenant_id")
                .param(RowIds.bytes(sellerId))
                .query(WalletRows::row)
                .list();
    }

    /** The sellers above a tenant, nearest first. */
    List<UUID> sellersAbove(UUID tenantId) {
        return jdbc.sql("""
                WITH RECURSIVE above (tenant_id, seller_id, distance) AS (
                    SELECT tenant_id, seller_id, 1 FROM ledger_wallet WHERE tenant_id = ?
                    UNION ALL
                    SELECT w.tenant_id, w.seller_id, a.distance + 1
                    FROM ledger_wallet w JOIN above a ON w.tenant_id = a.seller_id)
                SELECT seller_id FROM above WHERE seller_id IS NOT NULL ORDER BY distance
                """)
                .param(RowIds.bytes(tenantId))
                .query((rs, rowNumber) -> RowIds.uuid(rs.getBytes("seller_id")))
                .list();
    }

    /** Whether the limit covers what is owed already and was set. */
    boolean setCreditLimit(UUID tenantId, Credits limit) {
        return jdbc.sql("UPDATE ledger_wallet SET credit_limit = ? WHERE tenant_id = ? AND balance >= -?")
                        .params(limit.tenThousandths(), RowIds.bytes(tenantId), limit.tenThousandths())
                        .update()
                == 1;
    }

    /** Books the net of all transfers on each wallet, in the one order that keeps two that do so from a deadlock. */
    void apply(List<Transfer> transfers) {
        Map<UUID, Credits> nets = new TreeMap<>(WalletOrder.BY_ID_BYTES);
        for (Transfer transfer : transfers) {
            if (transfer.to().isWallet()) {
                nets.merge(transfer.to().tenantId(), transfer.amount(), Credits::plus);
            }
            if (transfer.from().isWallet()) {
                nets.merge(transfer.from().tenantId(), transfer.amount().negate(), Credits::plus);
            }
        }
        nets.values().removeIf(Credits::isZero);
        if (!nets.isEmpty() && add(nets) < nets.size()) {
            throw insufficient(nets);
        }
    }

    /** All of them by one statement; returns how many wallets held enough. */
    private int add(Map<UUID, Credits> nets) {
        List<Object> params = new ArrayList<>(nets.size() * 2);
        nets.forEach((tenantId, net) -> {
            params.add(RowIds.bytes(tenantId));
            params.add(net.tenThousandths());
        });
        return jdbc.sql("UPDATE (SELECT ? AS tenant_id, ? AS credits" + " UNION ALL SELECT ?, ?".repeat(nets.size() - 1)
                        + """
                        ) net
                        STRAIGHT_JOIN ledger_wallet w ON w.tenant_id = net.tenant_id
                        SET w.balance = w.balance + net.credits
                        WHERE w.balance + net.credits >= -w.credit_limit
                        """)
                .params(params)
                .update();
    }

    /** Why: which wallet it was can be told for certain only if nothing else was taken from others. */
    private RuntimeException insufficient(Map<UUID, Credits> nets) {
        List<Wallet> found = find(nets.keySet());
        if (found.size() < nets.size()) {
            return new IllegalStateException("Not all of these have a wallet: " + nets.keySet());
        }
        List<Wallet> taken =
                found.stream().filter(wallet -> net(nets, wallet).isNegative()).toList();
        Wallet refused = taken.stream()
                .filter(wallet -> wallet.available().plus(net(nets, wallet)).isNegative())
                .findFirst()
                .orElseGet(taken::getFirst);
        return new InsufficientCreditsException(
                refused.tenantId(),
                refused.balance(),
                refused.creditLimit(),
                net(nets, refused).negate());
    }

    private static Credits net(Map<UUID, Credits> nets, Wallet wallet) {
        return nets.getOrDefault(wallet.tenantId(), Credits.ZERO);
    }

    private static Wallet row(ResultSet rs, int rowNumber) throws SQLException {
        return new Wallet(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuidOrNull(rs.getBytes("seller_id")),
                new Credits(rs.getLong("balance")),
                new Credits(rs.getLong("credit_limit")),
                Times.instant(rs, "opened_at"));
    }
}
