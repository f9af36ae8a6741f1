package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code dispatch_entry} and {@code dispatch_hold}. All times are the database's. */
@Repository
class QueueRows {

    /** What waits longer is not sent any more, and refunded. */
    static final Duration LONGEST_WAIT = Duration.ofDays(3);

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcTemplate jdbc;

    QueueRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Message> messages) {
        jdbc.batchUpdate("""
                INSERT INTO dispatch_entry
                    (tenant_id, message_id, account_id, group_key, msisdn, phase, due_at, expires_at)
                VALUES (?, ?, ?, ?, ?, 'WAITING', GREATEST(UTC_TIMESTAMP(6), CAST(? AS DATETIME(6))),
                     LEAST(DATE_ADD(GREATEST(UTC_TIMESTAMP(6), CAST(? AS DATETIME(6))), INTERVAL ? SECOND),
                         CAST(? AS DATETIME(6))))
                """, messages.stream().map(QueueRows::insertion).toList());
    }

    /** Tenants with messages that are due on this account and not held, in the order of their ids. */
    List<UUID> dueTenants(UUID accountId) {
        Set<UUID> held = new HashSet<>(
                jdbc.query("SELECT tenant_id FROM dispatch_hold", (rs, _) -> RowIds.uuid(rs.getBytes("tenant_id"))));
        List<UUID> due = jdbc.query("""
                SELECT tenant_id
                  FROM dispatch_entry
                 WHERE account_id = ? AND phase = 'WAITING'
                 GROUP BY tenant_id
                HAVING MIN(due_at) <= UTC_TIMESTAMP(6)
                 ORDER BY tenant_id
                """, (rs, _) -> RowIds.uuid(rs.getBytes("tenant_id")), RowIds.bytes(accountId));
        return due.stream().filter(tenant -> !held.contains(tenant)).toList();
    }

    List<Entry> due(UUID accountId, UUID tenantId, int limit) {
        return jdbc.query("""
                SELECT tenant_id, message_id, group_key, msisdn, tries
                  FROM dispatch_entry
                 WHERE account_id = ? AND phase = 'WAITING' AND tenant_id = ? AND due_at <= UTC_TIMESTAMP(6)
                   AND expires_at > UTC_TIMESTAMP(6)
                 ORDER BY due_at, message_id
                 LIMIT ?
                """, QueueRows::entry, RowIds.bytes(accountId), RowIds.bytes(tenantId), limit);
    }

    /** Due entries that have waited longer than they may. */
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

    /** Claims waiting entries by compare-and-set; returns those that are now ours until the lease ends. */
    List<Entry> claim(List<Entry> wanted, UUID lease, Duration leaseTime) {
        int[] claimed = jdbc.batchUpdate(
                """
                UPDATE dispatch_entry
                   SET phase = 'SUBMITTING', lease = ?, tries = tries + 1,
                       due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND)
                 WHERE tenant_id = ? AND message_id = ? AND phase = 'WAITING' AND due_at <= UTC_TIMESTAMP(6)
                """,
                wanted.stream()
                        .map(entry -> new Object[] {
                            RowIds.bytes(lease),
                            leaseTime.toSeconds(),
                            RowIds.bytes(entry.ref().tenantId()),
                            RowIds.bytes(entry.ref().messageId())
                        })
                        .toList());
        return touched(wanted, claimed);
    }

    /** Takes entries out of the queue; returns those that were still under the lease. */
    List<Message> remove(List<Message> messages, UUID lease) {
        int[] removed = jdbc.batchUpdate(
                "DELETE FROM dispatch_entry WHERE tenant_id = ? AND message_id = ? AND lease = ?",
                messages.stream()
                        .map(message -> new Object[] {
                            RowIds.bytes(message.tenantId()), RowIds.bytes(message.id()), RowIds.bytes(lease)
                        })
                        .toList());
        return touched(messages, removed);
    }

    /** Puts entries back to wait; returns those that were still under the lease. */
    List<Message> putBack(List<Message> messages, UUID lease, Duration wait, boolean alone) {
        int[] back = jdbc.batchUpdate(
                """
                UPDATE dispatch_entry
                   SET phase = 'WAITING', lease = NULL, group_key = CASE WHEN ? THEN message_id ELSE group_key END,
                       due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND)
                 WHERE tenant_id = ? AND message_id = ? AND lease = ?
                """,
                messages.stream()
                        .map(message -> new Object[] {
                            alone,
                            wait.toNanos() / 1_000,
                            RowIds.bytes(message.tenantId()),
                            RowIds.bytes(message.id()),
                            RowIds.bytes(lease)
                        })
                        .toList());
        return touched(messages, back);
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

    void hold(byte[] tenantId) {
        try {
            jdbc.update("INSERT INTO dispatch_hold (tenant_id, held_at) VALUES (?, UTC_TIMESTAMP(6))", tenantId);
        } catch (DuplicateKeyException _) {
            // Held already.
        }
    }

    void release(byte[] tenantId) {
        jdbc.update("DELETE FROM dispatch_hold WHERE tenant_id = ?", tenantId);
    }

    private static Object[] insertion(Message message) {
        Instant sendAt = Objects.requireNonNullElse(message.instructions().sendAt(), Instant.EPOCH);
        Instant expiresAt = Objects.requireNonNullElse(message.instructions().expiresAt(), NEVER);
        return new Object[] {
            RowIds.bytes(message.tenantId()),
            RowIds.bytes(message.id()),
            RowIds.bytes(message.accountId()),
            RowIds.bytes(GroupKey.of(message)),
            message.msisdn(),
            Times.utc(sendAt),
            Times.utc(sendAt),
            LONGEST_WAIT.toSeconds(),
            Times.utc(expiresAt)
        };
    }

    private static <T> List<T> touched(List<T> wanted, int[] counts) {
        List<T> touched = new ArrayList<>(wanted.size());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                touched.add(wanted.get(i));
            }
        }
        return touched;
    }

    private static Entry entry(ResultSet rs, int row) throws SQLException {
        return new Entry(ref(rs), RowIds.uuid(rs.getBytes("group_key")), rs.getString("msisdn"), rs.getInt("tries"));
    }

    private static MessageRef ref(ResultSet rs) throws SQLException {
        return new MessageRef(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("message_id")));
    }

    /** An entry whose lease ran out while its request was under way. */
    record Abandoned(MessageRef ref, UUID lease) {}
}
