package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import io.heliograph.messages.Instructions;
import io.heliograph.messages.MessageRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code dispatch_entry}. All times are the database's. */
@Repository
class QueueRows {

    /** What waits longer is not sent any more, and refunded. */
    static final Duration LONGEST_WAIT = Duration.ofDays(3);

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcTemplate jdbc;

    QueueRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts entries into the queue for any node to claim when they are due. */
    void insert(List<Entry> entries) {
        jdbc.batchUpdate("""
                INSERT INTO dispatch_entry
                    (tenant_id, message_id, account_id, group_key, msisdn, phase, due_at, expires_at)
                VALUES (?, ?, ?, ?, ?, 'WAITING', GREATEST(UTC_TIMESTAMP(6), CAST(? AS DATETIME(6))),
                     LEAST(DATE_ADD(GREATEST(UTC_TIMESTAMP(6), CAST(? AS DATETIME(6))), INTERVAL ? SECOND),
                         CAST(? AS DATETIME(6))))
                """, entries.stream().map(QueueRows::insertion).toList());
    }

    /** Puts entries into the queue that are this node's to send until their lease ends, and then anybody's. */
    void insertHeld(List<Entry> entries, Duration leaseTime) {
        jdbc.batchUpdate(
                """
                INSERT INTO dispatch_entry
                    (tenant_id, message_id, account_id, group_key, msisdn, phase, lease, due_at, expires_at)
                VALUES (?, ?, ?, ?, ?, 'WAITING', ?, DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND),
                     LEAST(DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND), CAST(? AS DATETIME(6))))
                """,
                entries.stream().map(entry -> heldInsertion(entry, leaseTime)).toList());
    }

    /** Whether a request with this number has left, or is about to, and is not answered yet. */
    boolean isUnderWayTo(UUID accountId, String msisdn) {
        return !jdbc.queryForList("""
                        SELECT 1 FROM dispatch_entry
                         WHERE account_id = ? AND phase = 'SUBMITTING' AND msisdn = ?
                         LIMIT 1
                        """, Integer.class, RowIds.bytes(accountId), msisdn)
                .isEmpty();
    }

    /** Those of these messages whose request has left, or is about to, and is not answered yet. */
    Set<MessageRef> underWay(List<MessageRef> refs) {
        RowKeys keys = RowKeys.of(refs, MessageRef::tenantId, MessageRef::messageId);
        return new HashSet<>(jdbc.query(
                "SELECT e.tenant_id, e.message_id FROM " + keys.join("dispatch_entry e", "e.tenant_id", "e.message_id")
                        + "WHERE e.phase = 'SUBMITTING'",
                (rs, _) -> ref(rs),
                keys.and()));
    }

    List<Entry> due(UUID accountId, UUID tenantId, int limit) {
        return jdbc.query("""
                SELECT tenant_id, message_id, account_id, group_key, msisdn, tries
                  FROM dispatch_entry
                 WHERE account_id = ? AND phase = 'WAITING' AND tenant_id = ? AND due_at <= UTC_TIMESTAMP(6)
                   AND expires_at > UTC_TIMESTAMP(6)
                 ORDER BY due_at, message_id
                 LIMIT ?
                """, QueueRows::entry, RowIds.bytes(accountId), RowIds.bytes(tenantId), limit);
    }

    /** Those of the next in line, this many of them, that have waited longer than they may. */
    List<MessageRef> outlivedAmongNext(UUID accountId, UUID tenantId, int next) {
        return jdbc.query("""
                SELECT tenant_id, message_id
                  FROM (SELECT tenant_id, message_id, expires_at
                          FROM dispatch_entry
                         WHERE account_id = ? AND phase = 'WAITING' AND tenant_id = ? AND due_at <= UTC_TIMESTAMP(6)
                         ORDER BY due_at, message_id
                         LIMIT ?) AS next_in_line
                 WHERE expires_at <= UTC_TIMESTAMP(6)
                """, (rs, _) -> ref(rs), RowIds.bytes(accountId), RowIds.bytes(tenantId), next);
    }

    /** Due entries that have waited longer than they may. Reads all that are due. */
    List<MessageRef> outlived(UUID accountId, UUID tenantId, int limit) {
        return jdbc.query("""
                SELECT tenant_id, message_id
                  FROM dispatch_entry
                 WHERE account_id = ? AND phase = 'WAITING' AND tenant_id = ? AND due_at <= UTC_TIMESTAMP(6)
                   AND expires_at <= UTC_TIMESTAMP(6)
                 LIMIT ?
                """, (rs, _) -> ref(rs), RowIds.bytes(accountId), RowIds.bytes(tenantId), limit);
    }

    /** Entries whose node did not come back with an answer before its lease ran out. */
    List<Abandoned> abandoned(UUID accountId, int limit) {
        return jdbc.query(
                """
                SELECT tenant_id, message_id, lease
                  FROM dispatch_entry
                 WHERE account_id = ? AND phase = 'SUBMITTING' AND due_at <= UTC_TIMESTAMP(6)
                 LIMIT ?
                """,
                (rs, _) -> new Abandoned(ref(rs), RowIds.uuid(rs.getBytes("lease"))),
                RowIds.bytes(accountId),
                limit);
    }

    boolean removeWaiting(MessageRef ref) {
        return jdbc.update(
                        "DELETE FROM dispatch_entry WHERE tenant_id = ? AND message_id = ? AND phase = 'WAITING'",
                        RowIds.bytes(ref.tenantId()),
                        RowIds.bytes(ref.messageId()))
                == 1;
    }

    long waiting(byte[] tenantId) {
        Long count =
                jdbc.queryForObject("SELECT COUNT(*) FROM dispatch_entry WHERE tenant_id = ?", Long.class, tenantId);
        return count == null ? 0 : count;
    }

    private static Object[] insertion(Entry entry) {
        Instant sendAt = Objects.requireNonNullElse(entry.instructions().sendAt(), Instant.EPOCH);
        return new Object[] {
            RowIds.bytes(entry.ref().tenantId()),
            RowIds.bytes(entry.ref().messageId()),
            RowIds.bytes(entry.accountId()),
            RowIds.bytes(entry.groupKey()),
            entry.msisdn(),
            Times.utc(sendAt),
            Times.utc(sendAt),
            LONGEST_WAIT.toSeconds(),
            Times.utc(expiresAt(entry))
        };
    }

    private static Object[] heldInsertion(Entry entry, Duration leaseTime) {
        return new Object[] {
            RowIds.bytes(entry.ref().tenantId()),
            RowIds.bytes(entry.ref().messageId()),
            RowIds.bytes(entry.accountId()),
            RowIds.bytes(entry.groupKey()),
            entry.msisdn(),
            RowIds.bytes(Objects.requireNonNull(entry.lease())),
            leaseTime.toSeconds(),
            LONGEST_WAIT.toSeconds(),
            Times.utc(expiresAt(entry))
        };
    }

    private static Instant expiresAt(Entry entry) {
        return Objects.requireNonNullElse(entry.instructions().expiresAt(), NEVER);
    }

    private static Entry entry(ResultSet rs, int row) throws SQLException {
        return new Entry(
                ref(rs),
                RowIds.uuid(rs.getBytes("account_id")),
                RowIds.uuid(rs.getBytes("group_key")),
                rs.getString("msisdn"),
                rs.getInt("tries"),
                null,
                Instructions.NONE);
    }

    private static MessageRef ref(ResultSet rs) throws SQLException {
        return new MessageRef(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("message_id")));
    }

    /** An entry whose lease ran out while its request was under way. */
    record Abandoned(MessageRef ref, UUID lease) {}
}
