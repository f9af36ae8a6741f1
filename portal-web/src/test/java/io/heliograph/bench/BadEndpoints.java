package io.heliograph.bench;

import io.heliograph.db.RowIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Lets endpoints of the benchmark's last customers go bad. */
final class BadEndpoints {

    private static final List<String> ILLS = List.of("/hang", "/drip", "/dead", "/hang");
    private static final int AT_ONCE = 1_000;

    private final Connection database;

    BadEndpoints(Connection database) {
        this.database = database;
    }

    /** So many of them, the last one slow and with so many deliveries in its queue. */
    void make(int count, String hook, int queue) throws SQLException {
        int last = Installation.CUSTOMERS - 1;
        for (int i = 1; i < count; i++) {
            move(last - i, hook + ILLS.get(i % ILLS.size()));
        }
        move(last, hook + "/slow");
        fill(last, queue);
    }

    private void move(int customer, String url) throws SQLException {
        update("""
                UPDATE webhooks_endpoint e JOIN credentials_credential c ON c.tenant_id = e.tenant_id
                   SET e.url = ? WHERE c.username = ?
                """, url, BenchTenants.username(customer));
    }

    private void fill(int customer, int queue) throws SQLException {
        for (int done = 0; done < queue; done += AT_ONCE) {
            UUID batch = RowIds.next();
            for (int i = 0; i < AT_ONCE; i++) {
                byte[] id = RowIds.bytes(RowIds.next());
                update("""
                        INSERT INTO webhooks_event (tenant_id, id, type, payload, created_at)
                        SELECT tenant_id, ?, 'message.delivered', '{"type":"message.delivered"}', UTC_TIMESTAMP(6)
                          FROM credentials_credential WHERE username = ?
                        """, id, BenchTenants.username(customer));
            }
            byte[] first = RowIds.bytes(batch);
            update("""
                    INSERT INTO webhooks_delivery (tenant_id, id, endpoint_id, event_id, state, created_at, state_at)
                    SELECT v.tenant_id, v.id, e.id, v.id, 'PENDING', v.created_at, v.created_at
                      FROM webhooks_event v JOIN webhooks_endpoint e ON e.tenant_id = v.tenant_id
                      JOIN credentials_credential c ON c.tenant_id = e.tenant_id
                     WHERE c.username = ? AND v.id > ?
                    """, BenchTenants.username(customer), first);
            update("""
                    INSERT INTO webhooks_queue (tenant_id, endpoint_id, delivery_id, due_at)
                    SELECT d.tenant_id, d.endpoint_id, d.id, UTC_TIMESTAMP(6)
                      FROM webhooks_delivery d JOIN credentials_credential c ON c.tenant_id = d.tenant_id
                     WHERE c.username = ? AND d.id > ?
                    """, BenchTenants.username(customer), first);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
