package io.heliograph.receipts;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.smpp.WireAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code receipts_wish}. */
@Repository
class WishRows {

    private static final String COLUMNS = """
            tenant_id, wire_id, submission_id, credential_id, wanted, source, source_ton, source_npi, destination,
            destination_ton, destination_npi
            """;

    private final JdbcTemplate jdbc;

    WishRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Wish> wishes) {
        jdbc.batchUpdate(
                "INSERT INTO receipts_wish (" + COLUMNS + ", created_at) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))",
                wishes.stream().map(WishRows::insertion).toList());
    }

    Optional<Wish> find(UUID tenantId, UUID wireId) {
        return JdbcClient.create(jdbc)
                .sql("SELECT " + COLUMNS + " FROM receipts_wish WHERE tenant_id = ? AND wire_id = ?")
                .params(RowIds.bytes(tenantId), RowIds.bytes(wireId))
                .query(WishRows::wish)
                .optional();
    }

    List<Wish> ofSubmissions(UUID tenantId, Collection<UUID> submissionIds) {
        return JdbcClient.create(jdbc)
                .sql("SELECT " + COLUMNS
                        + " FROM receipts_wish WHERE tenant_id = :tenant AND submission_id IN (:submissions)")
                .param("tenant", RowIds.bytes(tenantId))
                .param("submissions", submissionIds.stream().map(RowIds::bytes).toList())
                .query(WishRows::wish)
                .list();
    }

    void remove(List<Wish> wishes) {
        RowKeys keys = RowKeys.of(wishes, Wish::tenantId, Wish::wireId);
        jdbc.update("DELETE r FROM " + keys.join("receipts_wish r", "r.tenant_id", "r.wire_id"), keys.and());
    }

    int forgetOlderThan(int days, int limit) {
        return jdbc.update(
                "DELETE FROM receipts_wish WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL ? DAY LIMIT ?", days, limit);
    }

    private static Object[] insertion(Wish wish) {
        return new Object[] {
            RowIds.bytes(wish.tenantId()),
            RowIds.bytes(wish.wireId()),
            RowIds.bytes(wish.submissionId()),
            RowIds.bytes(wish.credentialId()),
            wish.wanted().name(),
            wish.source().value(),
            wish.source().ton(),
            wish.source().npi(),
            wish.destination().value(),
            wish.destination().ton(),
            wish.destination().npi()
        };
    }

    private static Wish wish(ResultSet rs, int row) throws SQLException {
        return new Wish(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("wire_id")),
                RowIds.uuid(rs.getBytes("submission_id")),
                RowIds.uuid(rs.getBytes("credential_id")),
                Wanted.valueOf(rs.getString("wanted")),
                source(rs),
                destination(rs));
    }

    static WireAddress source(ResultSet rs) throws SQLException {
        return new WireAddress(rs.getByte("source_ton"), rs.getByte("source_npi"), rs.getString("source"));
    }

    static WireAddress destination(ResultSet rs) throws SQLException {
        return new WireAddress(
                rs.getByte("destination_ton"), rs.getByte("destination_npi"), rs.getString("destination"));
    }
}
