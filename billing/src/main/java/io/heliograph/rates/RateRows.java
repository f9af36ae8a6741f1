package io.heliograph.rates;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code rates_rate}, and the revision that counts their changes. */
@Repository
class RateRows {

    private static final String COLUMNS = "seller_id, id, customer_id, product, prefix, price, created_at";

    private final JdbcClient jdbc;

    RateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql("SELECT revision FROM rates_revision WHERE id = 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void nextRevision() {
        jdbc.sql("""
                INSERT INTO rates_revision (id, revision) VALUES (1, 1)
                ON DUPLICATE KEY UPDATE revision = revision + 1
                """).update();
    }

    /** All sellers' rates that hold now, oldest first. */
    List<Rate> current() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM rates_rate WHERE ended_at IS NULL ORDER BY seller_id, id")
                .query(RateRows::row)
                .list();
    }

    /** A seller's rates that hold now for one customer, or for all, by product and prefix. */
    List<Rate> current(UUID sellerId, @Nullable UUID customerId) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM rates_rate
                        WHERE seller_id = :sellerId AND customer_id <=> :customerId AND ended_at IS NULL
                        ORDER BY product DESC, prefix
                        """)
                .param("sellerId", RowIds.bytes(sellerId))
                .param("customerId", RowIds.bytesOrNull(customerId))
                .query(RateRows::row)
                .list();
    }

    Optional<Rate> current(UUID sellerId, @Nullable UUID customerId, Product product, String prefix) {
        return current(sellerId, customerId).stream()
                .filter(rate -> rate.product() == product && rate.prefix().equals(prefix))
                .findFirst();
    }

    void insert(Rate rate, @Nullable UUID createdBy) {
        jdbc.sql("""
                INSERT INTO rates_rate (seller_id, id, customer_id, product, prefix, price, created_at, created_by)
                VALUES (:sellerId, :id, :customerId, :product, :prefix, :price, :createdAt, :createdBy)
                """)
                .param("sellerId", RowIds.bytes(rate.sellerId()))
                .param("id", RowIds.bytes(rate.id()))
                .param("customerId", RowIds.bytesOrNull(rate.customerId()))
                .param("product", rate.product().name())
                .param("prefix", rate.prefix())
                .param("price", rate.price().tenThousandths())
                .param("createdAt", Times.utc(rate.createdAt()))
                .param("createdBy", RowIds.bytesOrNull(createdBy))
                .update();
    }

    /** Whether the seller has that rate and it held until now. */
    boolean end(UUID sellerId, UUID id, Instant endedAt) {
        return jdbc.sql("UPDATE rates_rate SET ended_at = ? WHERE seller_id = ? AND id = ? AND ended_at IS NULL")
                        .params(Times.utc(endedAt), RowIds.bytes(sellerId), RowIds.bytes(id))
                        .update()
                == 1;
    }

    private static Rate row(ResultSet rs, int rowNumber) throws SQLException {
        return new Rate(
                RowIds.uuid(rs.getBytes("seller_id")),
                RowIds.uuid(rs.getBytes("id")),
                RowIds.uuidOrNull(rs.getBytes("customer_id")),
                Product.valueOf(rs.getString("product")),
                rs.getString("prefix"),
                new Credits(rs.getLong("price")),
                Times.instant(rs, "created_at"));
    }
}
