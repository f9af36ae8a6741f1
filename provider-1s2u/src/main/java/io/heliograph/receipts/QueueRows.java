package io.heliograph.receipts;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code receipts_pending}. All times are the database's. */
@Repository
class QueueRows {

    private final JdbcTemplate jdbc;

    QueueRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A row that was claimed; its {@code tries} tell whether it is still ours. */
    record Claimed(UUID tenantId, UUID receiptId, int tries) {}

    void insert(List<PendingReceipt> receipts) {
        jdbc.batchUpdate(
                """
                INSERT INTO receipts_pending (tenant_id, receipt_id, credential_id, wire_id, due_at)
                VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))
                """,
                receipts.stream()
                        .map(receipt -> new Object[] {
                            RowIds.bytes(receipt.tenantId()),
                            RowIds.bytes(receipt.id()),
                            RowIds.bytes(receipt.credentialId()),
                            RowIds.bytes(receipt.wireId())
                        })
                        .toList());
    }

    Set<UUID> credentialsDue() {
        return new HashSet<>(jdbc.query(
                "SELECT DISTINCT credential_id FROM receipts_pending WHERE due_at <= UTC_TIMESTAMP(6)",
                (rs, _) -> RowIds.uuid(rs.getBytes("credential_id"))));
    }

    /** Due ones, the oldest first, and of each message only the first that is left: the others wait for it. */
    List<Claimed> due(UUID credentialId, int limit) {
        return jdbc.query(
                """
                SELECT p.tenant_id, p.receipt_id, p.tries
                  FROM receipts_pending p
                 WHERE p.credential_id = ? AND p.due_at <= UTC_TIMESTAMP(6)
                   AND NOT EXISTS (SELECT 1 FROM receipts_pending e
                                    WHERE e.tenant_id = p.tenant_id AND e.wire_id = p.wire_id
                                      AND e.receipt_id < p.receipt_id)
                 ORDER BY p.due_at
                 LIMIT ?
                """,
                (rs, _) -> new Claimed(
                        RowIds.uuid(rs.getBytes("tenant_id")),
                        RowIds.uuid(rs.getBytes("receipt_id")),
                        rs.getInt("tries")),
                RowIds.bytes(credentialId),
                limit);
    }

    /** Takes the row for {@code lease}; false if another node was faster. */
    boolean claim(Claimed due, Duration lease) {
        return jdbc.update(
                        """
                        UPDATE receipts_pending
                           SET due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND), tries = tries + 1
                         WHERE tenant_id = ? AND receipt_id = ? AND tries = ? AND due_at <= UTC_TIMESTAMP(6)
                        """,
                        lease.toNanos() / 1_000,
                        RowIds.bytes(due.tenantId()),
                        RowIds.bytes(due.receiptId()),
                        due.tries())
                == 1;
    }

    void remove(UUID tenantId, UUID receiptId) {
        jdbc.update(
                "DELETE FROM receipts_pending WHERE tenant_id = ? AND receipt_id = ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(receiptId));
    }

    void postpone(List<PendingReceipt> receipts, Duration wait) {
        jdbc.batchUpdate(
                """
                UPDATE receipts_pending
                   SET due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND)
                 WHERE tenant_id = ? AND receipt_id = ? AND tries = ?
                """,
                receipts.stream()
                        .map(receipt -> new Object[] {
                            wait.toNanos() / 1_000,
                            RowIds.bytes(receipt.tenantId()),
                            RowIds.bytes(receipt.id()),
                            receipt.tries()
                        })
                        .toList());
    }

    void remove(List<Wish> wishes) {
        RowKeys keys = RowKeys.of(wishes, Wish::tenantId, Wish::wireId);
        jdbc.update("DELETE r FROM " + keys.join("receipts_pending r", "r.tenant_id", "r.wire_id"), keys.and());
    }

    /** What waits longer than its receipt is kept has nothing to be sent any more; returns how many were removed. */
    int removeOrphans(int limit) {
        return jdbc.update("""
                DELETE FROM receipts_pending
                 WHERE NOT EXISTS (SELECT 1 FROM receipts_receipt r
                                    WHERE r.tenant_id = receipts_pending.tenant_id
                                      AND r.id = receipts_pending.receipt_id)
                 LIMIT ?
                """, limit);
    }
}
