package io.heliograph.receipts;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import io.heliograph.smpp.ReceiptState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code receipts_receipt}. */
@Repository
class ReceiptRows {

    private final JdbcTemplate jdbc;

    ReceiptRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<PendingReceipt> receipts) {
        jdbc.batchUpdate("""
                INSERT INTO receipts_receipt
                    (tenant_id, id, credential_id, wire_id, source, source_ton, source_npi, destination,
                     destination_ton, destination_npi, state, submitted_at, done_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, receipts.stream().map(ReceiptRows::insertion).toList());
    }

    List<PendingReceipt> find(List<QueueRows.Claimed> claimed) {
        return claimed.stream().flatMap(one -> find(one).stream()).toList();
    }

    void delivered(UUID tenantId, UUID id) {
        jdbc.update(
                "UPDATE receipts_receipt SET delivered_at = UTC_TIMESTAMP(6) WHERE tenant_id = ? AND id = ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(id));
    }

    int count(UUID tenantId, Instant from, Instant to) {
        return JdbcClient.create(jdbc)
                .sql("SELECT COUNT(*) FROM receipts_receipt WHERE tenant_id = ? AND done_at >= ? AND done_at < ?")
                .params(RowIds.bytes(tenantId), Times.utc(from), Times.utc(to))
                .query(Integer.class)
                .single();
    }

    /** Puts all of that time into the queue again; what is in it already stays as it is. */
    int requeue(UUID tenantId, Instant from, Instant to) {
        return jdbc.update("""
                INSERT INTO receipts_pending (tenant_id, receipt_id, credential_id, wire_id, due_at)
                SELECT r.tenant_id, r.id, r.credential_id, r.wire_id, UTC_TIMESTAMP(6)
                  FROM receipts_receipt r
                 WHERE r.tenant_id = ? AND r.done_at >= ? AND r.done_at < ?
                ON DUPLICATE KEY UPDATE tries = receipts_pending.tries
                """, RowIds.bytes(tenantId), Times.utc(from), Times.utc(to));
    }

    void remove(List<Wish> wishes) {
        RowKeys keys = RowKeys.of(wishes, Wish::tenantId, Wish::wireId);
        jdbc.update("DELETE r FROM " + keys.join("receipts_receipt r", "r.tenant_id", "r.wire_id"), keys.and());
    }

    int forgetOlderThan(int days, int limit) {
        return jdbc.update(
                "DELETE FROM receipts_receipt WHERE done_at < UTC_TIMESTAMP(6) - INTERVAL ? DAY LIMIT ?", days, limit);
    }

    private List<PendingReceipt> find(QueueRows.Claimed claimed) {
        return jdbc.query(
                """
                SELECT tenant_id, id, credential_id, wire_id, source, source_ton, source_npi, destination,
                       destination_ton, destination_npi, state, submitted_at, done_at
                  FROM receipts_receipt
                 WHERE tenant_id = ? AND id = ?
                """,
                (rs, _) -> receipt(rs, claimed.tries()),
                RowIds.bytes(claimed.tenantId()),
                RowIds.bytes(claimed.receiptId()));
    }

    private static Object[] insertion(PendingReceipt receipt) {
        return new Object[] {
            RowIds.bytes(receipt.tenantId()),
            RowIds.bytes(receipt.id()),
            RowIds.bytes(receipt.credentialId()),
            RowIds.bytes(receipt.wireId()),
            receipt.source().value(),
            receipt.source().ton(),
            receipt.source().npi(),
            receipt.destination().value(),
            receipt.destination().ton(),
            receipt.destination().npi(),
            receipt.state().name(),
            Times.utc(receipt.submittedAt()),
            Times.utc(receipt.doneAt())
        };
    }

    private static PendingReceipt receipt(ResultSet rs, int tries) throws SQLException {
        return new PendingReceipt(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("id")),
                RowIds.uuid(rs.getBytes("credential_id")),
                RowIds.uuid(rs.getBytes("wire_id")),
                WishRows.source(rs),
                WishRows.destination(rs),
                ReceiptState.valueOf(rs.getString("state")),
                Times.instant(rs, "submitted_at"),
                Times.instant(rs, "done_at"),
                tries);
    }
}
