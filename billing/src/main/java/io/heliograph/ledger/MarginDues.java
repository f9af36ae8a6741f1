package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_margin_due}: margin earned (above zero) or lost (below), not yet swept into a wallet. */
@Repository
class MarginDues {

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    MarginDues(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** One row for each seller that the transfers leave with more or less margin; the sweep's own are not counted. */
    void add(List<Transfer> transfers) {
        Map<UUID, Credits> nets = new TreeMap<>(WalletOrder.BY_ID_BYTES);
        for (Transfer transfer : transfers) {
            if (transfer.kind() == TransferKind.MARGIN_SWEEP) {
                continue;
            }
            if (transfer.to().isMargin()) {
                nets.merge(transfer.to().tenantId(), transfer.amount(), Credits::plus);
            }
            if (transfer.from().isMargin()) {
                nets.merge(transfer.from().tenantId(), transfer.amount().negate(), Credits::plus);
            }
        }
        nets.values().removeIf(Credits::isZero);
        if (!nets.isEmpty()) {
            insert(nets);
        }
    }

    /** Tenants with margin to sweep. */
    List<UUID> tenants() {
        return jdbc.sql("SELECT DISTINCT tenant_id FROM ledger_margin_due")
                .query((rs, rowNumber) -> RowIds.uuid(rs.getBytes("tenant_id")))
                .list();
    }

    /** The oldest rows of a tenant. */
    List<MarginDue> oldest(UUID tenantId, int limit) {
        return jdbc.sql("SELECT id, amount FROM ledger_margin_due WHERE tenant_id = ? ORDER BY id LIMIT ?")
                .params(RowIds.bytes(tenantId), limit)
                .query((rs, rowNumber) ->
                        new MarginDue(RowIds.uuid(rs.getBytes("id")), new Credits(rs.getLong("amount"))))
                .list();
    }

    /** The oldest rows of a tenant that are not losses. */
    List<MarginDue> oldestEarned(UUID tenantId, int limit) {
        return jdbc.sql("""
                SELECT id, amount FROM ledger_margin_due WHERE tenant_id = ? AND amount > 0 ORDER BY id LIMIT ?
                """)
                .params(RowIds.bytes(tenantId), limit)
                .query((rs, rowNumber) ->
                        new MarginDue(RowIds.uuid(rs.getBytes("id")), new Credits(rs.getLong("amount"))))
                .list();
    }

    /** How many of the rows were still there to be removed. */
    int remove(UUID tenantId, List<MarginDue> dues) {
        List<byte[]> ids = new ArrayList<>(dues.size());
        dues.forEach(due -> ids.add(RowIds.bytes(due.id())));
        return jdbc.sql("DELETE FROM ledger_margin_due WHERE tenant_id = :tenantId AND id IN (:ids)")
                .param("tenantId", RowIds.bytes(tenantId))
                .param("ids", ids)
                .update();
    }

    private void insert(Map<UUID, Credits> nets) {
        batches.batchUpdate(
                "INSERT INTO ledger_margin_due (tenant_id, id, amount) VALUES (?, ?, ?)",
                nets.entrySet(),
                BATCH,
                (insert, net) -> {
                    insert.setBytes(1, RowIds.bytes(net.getKey()));
                    insert.setBytes(2, RowIds.bytes(RowIds.next()));
                    insert.setLong(3, net.getValue().tenThousandths());
                });
    }

    /** Margin that one posting earned or, below zero, lost. */
    record MarginDue(UUID id, Credits amount) {}
}
