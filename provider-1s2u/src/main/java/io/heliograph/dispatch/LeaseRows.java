package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.messages.MessageRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Who may change a place in the queue: the holder of its lease, until that ends by the database's clock. Rows are locked
 * first, so that what a later statement of the same transaction does to many of them is certain.
 */
@Repository
class LeaseRows {

    private final JdbcTemplate jdbc;

    LeaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims waiting entries for requests that are about to leave: those that are still held under the lease that they
     * name, and of the others those that are due.
     *
     * @return those that are now ours under {@code lease}
     */
    List<Entry> claim(List<Entry> wanted, UUID lease, Duration leaseTime) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<MessageRef, Waiting> waiting = waiting(wanted);
        List<Entry> ours = wanted.stream()
                .filter(entry -> isFor(entry, waiting.get(entry.ref())))
                .toList();
        if (!ours.isEmpty()) {
            RowKeys keys = keys(ours.stream().map(Entry::ref).toList());
            jdbc.update(
                    "UPDATE dispatch_entry SET phase = 'SUBMITTING', lease = ?, tries = tries + 1,"
                            + " due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND) WHERE " + keys.sql(),
                    keys.after(RowIds.bytes(lease), leaseTime.toSeconds()));
        }
        return ours;
    }

    /** The leases of those of these entries that have one; they stay so until the end of the transaction. */
    Map<MessageRef, UUID> lock(Collection<MessageRef> refs) {
        RowKeys keys = keys(refs);
        Map<MessageRef, UUID> leases = new HashMap<>();
        jdbc.query(
                "SELECT tenant_id, message_id, lease FROM dispatch_entry WHERE lease IS NOT NULL AND " + keys.sql()
                        + " FOR UPDATE",
                rs -> {
                    leases.put(ref(rs), RowIds.uuid(rs.getBytes("lease")));
                },
                keys.after());
        return leases;
    }

    /** Takes entries that are locked out of the queue. */
    void remove(Collection<MessageRef> refs) {
        if (!refs.isEmpty()) {
            RowKeys keys = keys(refs);
            jdbc.update("DELETE FROM dispatch_entry WHERE " + keys.sql(), keys.after());
        }
    }

    /**
     * Lets entries that are locked wait for anybody.
     *
     * @param alone whether each is to go in a request of its own from now on
     */
    void putBack(Collection<MessageRef> refs, Duration wait, boolean alone) {
        if (!refs.isEmpty()) {
            RowKeys keys = keys(refs);
            jdbc.update(
                    "UPDATE dispatch_entry SET phase = 'WAITING', lease = NULL, "
                            + (alone ? "group_key = message_id, " : "")
                            + "due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND) WHERE " + keys.sql(),
                    keys.after(wait.toNanos() / 1_000));
        }
    }

    private Map<MessageRef, Waiting> waiting(List<Entry> wanted) {
        RowKeys keys = keys(wanted.stream().map(Entry::ref).toList());
        Map<MessageRef, Waiting> waiting = new HashMap<>();
        jdbc.query(
                "SELECT tenant_id, message_id, lease, due_at <= UTC_TIMESTAMP(6) AS due FROM dispatch_entry"
                        + " WHERE phase = 'WAITING' AND expires_at > UTC_TIMESTAMP(6) AND " + keys.sql()
                        + " FOR UPDATE",
                rs -> {
                    byte[] lease = rs.getBytes("lease");
                    waiting.put(ref(rs), new Waiting(lease == null ? null : RowIds.uuid(lease), rs.getBoolean("due")));
                },
                keys.after());
        return waiting;
    }

    private static boolean isFor(Entry entry, @Nullable Waiting row) {
        if (row == null) {
            return false;
        }
        return entry.lease() == null ? row.due() : entry.lease().equals(row.lease());
    }

    private static RowKeys keys(Collection<MessageRef> refs) {
        return RowKeys.of("tenant_id", "message_id", refs, MessageRef::tenantId, MessageRef::messageId);
    }

    private static MessageRef ref(ResultSet rs) throws SQLException {
        return new MessageRef(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("message_id")));
    }

    private record Waiting(@Nullable UUID lease, boolean due) {}
}
