package io.heliograph.rates;

import io.heliograph.db.RowIds;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code rates_terms} and {@code rates_markup}. */
@Repository
class TermsRows {

    private final JdbcClient jdbc;

    TermsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Terms> all() {
        Map<UUID, Terms> bySeller = new HashMap<>();
        jdbc.sql("SELECT tenant_id, markup_basis_points, refund_undelivered FROM rates_terms")
                .query(rs -> {
                    bySeller.put(
                            RowIds.uuid(rs.getBytes("tenant_id")),
                            new Terms(rs.getInt("markup_basis_points"), rs.getBoolean("refund_undelivered")));
                });
        return bySeller;
    }

    void save(UUID sellerId, Terms terms) {
        jdbc.sql("""
                INSERT INTO rates_terms (tenant_id, markup_basis_points, refund_undelivered) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE markup_basis_points = VALUES(markup_basis_points),
                    refund_undelivered = VALUES(refund_undelivered)
                """)
                .params(RowIds.bytes(sellerId), terms.markupBasisPoints(), terms.refundUndelivered())
                .update();
    }

    /** Markups agreed with single customers. */
    Map<UUID, Integer> markups() {
        Map<UUID, Integer> byCustomer = new HashMap<>();
        jdbc.sql("SELECT tenant_id, markup_basis_points FROM rates_markup").query(rs -> {
            byCustomer.put(RowIds.uuid(rs.getBytes("tenant_id")), rs.getInt("markup_basis_points"));
        });
        return byCustomer;
    }

    OptionalInt markup(UUID customerId) {
        return jdbc.sql("SELECT markup_basis_points FROM rates_markup WHERE tenant_id = ?")
                .param(RowIds.bytes(customerId))
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    void saveMarkup(UUID customerId, int basisPoints) {
        jdbc.sql("""
                INSERT INTO rates_markup (tenant_id, markup_basis_points) VALUES (?, ?)
                ON DUPLICATE KEY UPDATE markup_basis_points = VALUES(markup_basis_points)
                """).params(RowIds.bytes(customerId), basisPoints).update();
    }

    void removeMarkup(UUID customerId) {
        jdbc.sql("DELETE FROM rates_markup WHERE tenant_id = ?")
                .param(RowIds.bytes(customerId))
                .update();
    }
}
