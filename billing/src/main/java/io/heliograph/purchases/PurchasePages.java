package io.heliograph.purchases;

import static io.heliograph.db.RowIds.bytes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purchases page by page, newest first. */
@Repository
class PurchasePages {

    private final JdbcClient jdbc;

    PurchasePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Purchase> ofBuyer(UUID tenantId, @Nullable UUID before, int limit) {
        return page("WHERE tenant_id = :tenantId", tenantId, before, limit);
    }

    List<Purchase> ofSeller(UUID sellerId, @Nullable UUID before, int limit) {
        return page("WHERE seller_id = :tenantId", sellerId, before, limit);
    }

    private List<Purchase> page(String where, UUID tenantId, @Nullable UUID before, int limit) {
        JdbcClient.StatementSpec page = before == null
                ? jdbc.sql(PurchaseRows.SELECT + where + " ORDER BY id DESC LIMIT :limit")
                : jdbc.sql(PurchaseRows.SELECT + where + " AND id < :before ORDER BY id DESC LIMIT :limit")
                        .param("before", bytes(before));
        return page.param("tenantId", bytes(tenantId))
                .param("limit", limit)
                .query(PurchaseRows::row)
                .list();
    }
}
