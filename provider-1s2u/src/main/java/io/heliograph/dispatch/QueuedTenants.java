package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Who has messages that wait in the queue. It is read in steps from tenant to tenant, since {@code GROUP BY} and {@code
 * MIN} read all that wait: of a tenant with a million messages a step sees but the first few.
 */
@Repository
class QueuedTenants {

    private static final int STEP = 100;

    private final JdbcTemplate jdbc;
    private final HoldRows holds;

    QueuedTenants(JdbcTemplate jdbc, HoldRows holds) {
        this.jdbc = jdbc;
        this.holds = holds;
    }

    /** Tenants with messages that are due on this account and not held, in the order of their ids. */
    List<UUID> due(UUID accountId) {
        Set<UUID> held = holds.held();
        return firsts(accountId).stream()
                .filter(First::isDue)
                .map(First::tenantId)
                .filter(tenant -> !held.contains(tenant))
                .toList();
    }

    /** Since when, or from when on, the first of all messages is due. */
    Optional<Instant> oldest(UUID accountId) {
        return firsts(accountId).stream().map(First::dueAt).min(Instant::compareTo);
    }

    /** Each tenant's first message, in the order of the tenants' ids. */
    private List<First> firsts(UUID accountId) {
        Map<UUID, First> firsts = new LinkedHashMap<>();
        byte[] after = new byte[0];
        List<First> step = step(accountId, after);
        while (!step.isEmpty()) {
            step.forEach(next -> firsts.putIfAbsent(next.tenantId(), next));
            after = RowIds.bytes(step.getLast().tenantId());
            step = step.size() == STEP ? step(accountId, after) : List.of();
        }
        return new ArrayList<>(firsts.values());
    }

    /** The next messages of tenants after this one, each tenant's in the order of their time. */
    private List<First> step(UUID accountId, byte[] afterTenant) {
        return jdbc.query(
                """
                SELECT tenant_id, due_at, due_at <= UTC_TIMESTAMP(6) AS is_due
                  FROM dispatch_entry
                 WHERE account_id = ? AND phase = 'WAITING' AND tenant_id > ?
                 ORDER BY tenant_id, due_at
                 LIMIT ?
                """,
                (rs, _) -> new First(
                        RowIds.uuid(rs.getBytes("tenant_id")), Times.instant(rs, "due_at"), rs.getBoolean("is_due")),
                RowIds.bytes(accountId),
                afterTenant,
                STEP);
    }

    private record First(UUID tenantId, Instant dueAt, boolean isDue) {}
}
