package io.heliograph.rates;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prices that were quoted, in {@code rates_chain}, so that a message names its price by an id and is refunded by the same
 * one, whatever prices are today.
 */
@Repository
class RateChains {

    private static final int MAX_CACHED = 200_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final Map<Quote, Price> byQuote = new ConcurrentHashMap<>();
    private final Map<Key, Price> byId = new ConcurrentHashMap<>();

    RateChains(JdbcClient jdbc, PlatformTransactionManager transactionManager, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactionManager);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The price of a quote, kept for good when it is asked for the first time, whatever becomes of the caller. */
    Price intern(UUID tenantId, Quote quote) {
        Price known = byQuote.get(quote);
        if (known != null) {
            return known;
        }
        Price price = quote.toPrice();
        ownTransaction.executeWithoutResult(transaction -> insert(tenantId, quote, price.chainId()));
        put(byQuote, quote, price);
        put(byId, new Key(tenantId, price.chainId()), price);
        return price;
    }

    Price get(UUID tenantId, UUID chainId) {
        Key key = new Key(tenantId, chainId);
        Price known = byId.get(key);
        if (known != null) {
            return known;
        }
        Price price = read(tenantId, chainId);
        put(byId, key, price);
        return price;
    }

    /** The same id is the same content: whoever comes second has nothing to add. */
    private void insert(UUID tenantId, Quote quote, UUID id) {
        jdbc.sql("""
                INSERT INTO rates_chain (tenant_id, id, product, prefix, links, created_at)
                VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE tenant_id = VALUES(tenant_id)
                """)
                .params(
                        RowIds.bytes(tenantId),
                        RowIds.bytes(id),
                        quote.product().name(),
                        quote.prefix(),
                        quote.linksText(),
                        Times.utc(clock.instant()))
                .update();
    }

    private Price read(UUID tenantId, UUID chainId) {
        return jdbc.sql("SELECT product, prefix, links FROM rates_chain WHERE tenant_id = ? AND id = ?")
                .params(RowIds.bytes(tenantId), RowIds.bytes(chainId))
                .query((rs, rowNumber) -> new Quote(
                        Product.valueOf(rs.getString("product")),
                        rs.getString("prefix"),
                        Quote.links(rs.getString("links"))))
                .optional()
                .map(Quote::toPrice)
                .orElseThrow(() -> new IllegalStateException("No price " + chainId + " of " + tenantId));
    }

    private static <K> void put(Map<K, Price> cache, K key, Price price) {
        if (cache.size() >= MAX_CACHED) {
            cache.clear();
        }
        cache.put(key, price);
    }

    private record Key(UUID tenantId, UUID chainId) {}
}
