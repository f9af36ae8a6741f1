package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.messages.MessageRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who may change a place in the queue: the holder of its lease, until that ends by the database's clock. */
@Repository
class LeaseRows {

    private static final String CLAIM = """
            SET e.phase = 'SUBMITTING', e.lease = ?, e.tries = e.tries + 1,
                e.due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND)
            WHERE e.phase = 'WAITING' AND e.expires_at > UTC_TIMESTAMP(6)
              AND NOT EXISTS (SELECT 1 FROM dispatch_hold h WHERE h.tenant_id = e.tenant_id)
            """;

    private final JdbcTemplate jdbc;

    LeaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims waiting entries for requests that are about to leave, if they are due and their tenant is not held.
     *
     * @param lease a new one
     * @return those that are now ours under it
     */
    List<Entry> claimDue(List<Entry> wanted, UUID lease, Duration leaseTime) {
        return claim(wanted, lease, leaseTime, "AND e.due_at <= UTC_TIMESTAMP(6)");
    }

    /** As {@link #claimDue}, for entries that this node holds under a lease already, due or not. */
    List<Entry> claimHeld(List<Entry> wanted, UUID heldUnder, UUID lease, Duration leaseTime) {
        return claim(wanted, lease, leaseTime, "AND e.lease = ?", RowIds.bytes(heldUnder));
    }

    /** The leases of those of these entries that have one; they stay so until the end of the transaction. */
    Map<MessageRef, UUID> lock(Collection<MessageRef> refs) {
        RowKeys keys = keys(refs);
        Map<MessageRef, UUID> leases = new HashMap<>();
        jdbc.query(
                "SELECT e.tenant_id, e.message_id, e.lease FROM " + join(keys) + "WHERE e.lease IS NOT NULL FOR UPDATE",
                rs -> {
                    leases.put(ref(rs), RowIds.uuid(rs.getBytes("lease")));
                },
                keys.and());
        return leases;
    }

    /** Takes entries that are locked out of the queue. */
    void remove(Collection<MessageRef> refs) {
        if (!refs.isEmpty()) {
            RowKeys keys = keys(refs);
            jdbc.update("DELETE e FROM " + join(keys), keys.and());
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
                    "UPDATE " + join(keys) + "SET e.phase = 'WAITING', e.lease = NULL, "
                            + (alone ? "e.group_key = e.message_id, " : "")
                            + "e.due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND)",
                    keys.and(wait.toNanos() / 1_000));
        }
    }

    /** Lets entries wait for anybody again that were claimed under this lease and did not leave. */
    void putBackUnsent(UUID accountId, UUID lease) {
        jdbc.update("""
                UPDATE dispatch_entry
                   SET phase = 'WAITING', lease = NULL, tries = tries - 1, due_at = UTC_TIMESTAMP(6)
                 WHERE account_id = ? AND phase = 'SUBMITTING' AND lease = ?
                """, RowIds.bytes(accountId), RowIds.bytes(lease));
    }

    private List<Entry> claim(
            List<Entry> wanted, UUID lease, Duration leaseTime, String condition, Object... conditionParams) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        RowKeys keys = keys(refs(wanted));
        List<Object> params = new ArrayList<>(List.of(RowIds.bytes(lease), leaseTime.toSeconds()));
        params.addAll(List.of(conditionParams));
        int claimed = jdbc.update("UPDATE " + join(keys) + CLAIM + condition, keys.and(params.toArray()));
        return ours(wanted, lease, claimed);
    }

    /** Those that the lease was written to: all of them, unless somebody was there before us. */
    private List<Entry> ours(List<Entry> wanted, UUID lease, int claimed) {
        if (claimed == wanted.size()) {
            return wanted;
        }
        RowKeys keys = keys(refs(wanted));
        Set<MessageRef> ours = new HashSet<>(jdbc.query(
                "SELECT e.tenant_id, e.message_id FROM " + join(keys) + "WHERE e.lease = ?",
                (rs, _) -> ref(rs),
                keys.and(RowIds.bytes(lease))));
        return wanted.stream().filter(entry -> ours.contains(entry.ref())).toList();
    }

    private static String join(RowKeys keys) {
        return keys.join("dispatch_entry e", "e.tenant_id", "e.message_id");
    }

    private static List<MessageRef> refs(List<Entry> entries) {
        return entries.stream().map(Entry::ref).toList();
    }

    private static RowKeys keys(Collection<MessageRef> refs) {
        return RowKeys.of(refs, MessageRef::tenantId, MessageRef::messageId);
    }

    private static MessageRef ref(ResultSet rs) throws SQLException {
        return new MessageRef(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("message_id")));
    }
}
