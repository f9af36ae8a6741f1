package io.heliograph.purchases;

import static io.heliograph.db.RowIds.bytes;
import static io.heliograph.db.RowIds.uuid;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sellers offer to their customers. */
@Repository
public class Packages {

    private static final String SELECT = """
            SELECT tenant_id, id, name, credits, price_minor, currency, created_at, retired_at
            FROM purchases_package
            """;

    private final JdbcClient jdbc;
    private final Wallets wallets;
    private final Clock clock;

    Packages(JdbcClient jdbc, Wallets wallets, Clock clock) {
        this.jdbc = jdbc;
        this.wallets = wallets;
        this.clock = clock;
    }

    /** Offers a package to all customers of a seller, from now on. */
    public CreditPackage create(UUID sellerId, NewPackage offer) {
        CreditPackage created = new CreditPackage(
                sellerId, RowIds.next(), offer.name(), offer.credits(), offer.price(), clock.instant(), null);
        jdbc.sql("""
                INSERT INTO purchases_package (tenant_id, id, name, credits, price_minor, currency, created_at)
                VALUES (:sellerId, :id, :name, :credits, :priceMinor, :currency, :createdAt)
                """)
                .param("sellerId", bytes(sellerId))
                .param("id", bytes(created.id()))
                .param("name", created.name())
                .param("credits", created.credits().tenThousandths())
                .param("priceMinor", created.price().minor())
                .param("currency", created.price().currency().getCurrencyCode())
                .param("createdAt", Times.utc(created.createdAt()))
                .update();
        return created;
    }

    /** Takes a package off sale; false if the seller has no such package on sale. Checkouts that run go on. */
    public boolean retire(UUID sellerId, UUID packageId) {
        return jdbc.sql("""
                UPDATE purchases_package SET retired_at = :now
                WHERE tenant_id = :sellerId AND id = :id AND retired_at IS NULL
                """)
                        .param("now", Times.utc(clock.instant()))
                        .param("sellerId", bytes(sellerId))
                        .param("id", bytes(packageId))
                        .update()
                == 1;
    }

    /** All packages of a seller, retired ones too, newest first. */
    public List<CreditPackage> ofSeller(UUID sellerId) {
        return jdbc.sql(SELECT + "WHERE tenant_id = ? ORDER BY id DESC")
                .param(bytes(sellerId))
                .query(Packages::row)
                .list();
    }

    /** What a tenant can buy: its seller's packages on sale, the cheapest first; nothing for the operator. */
    public List<CreditPackage> forBuyer(UUID tenantId) {
        UUID sellerId = wallets.get(tenantId).sellerId();
        if (sellerId == null) {
            return List.of();
        }
        return jdbc.sql(SELECT + "WHERE tenant_id = ? AND retired_at IS NULL ORDER BY currency, price_minor, id")
                .param(bytes(sellerId))
                .query(Packages::row)
                .list();
    }

    Optional<CreditPackage> onSale(UUID sellerId, UUID packageId) {
        return jdbc.sql(SELECT + "WHERE tenant_id = ? AND id = ? AND retired_at IS NULL")
                .params(bytes(sellerId), bytes(packageId))
                .query(Packages::row)
                .optional();
    }

    private static CreditPackage row(ResultSet rs, int rowNumber) throws SQLException {
        return new CreditPackage(
                uuid(rs.getBytes("tenant_id")),
                uuid(rs.getBytes("id")),
                rs.getString("name"),
                new Credits(rs.getLong("credits")),
                Price.of(rs.getLong("price_minor"), rs.getString("currency")),
                Times.instant(rs, "created_at"),
                Times.instantOrNull(rs, "retired_at"));
    }
}
