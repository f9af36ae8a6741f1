package io.heliograph.bench;

import io.heliograph.db.RowIds;
import io.heliograph.secrets.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The customers of the benchmark: below a reseller of the sandbox, with a credit limit in place of credits, each with a
 * login of the same secret and a webhook endpoint.
 */
final class BenchTenants {

    static final String SECRET = "bench-secret";

    /** Of the sandbox, as only the portal can hash a password. */
    static final String SYSTEM_ID = "alpine";

    static final String SMPP_PASSWORD = "sandbox";

    private static final long CREDIT_LIMIT = 1_000_000_000_000_000L;
    private static final String RESELLER = "reseller@northwind.test";

    private final Connection database;

    BenchTenants(Connection database) {
        this.database = database;
    }

    static String username(long number) {
        return "bench-" + number;
    }

    /** The owner's, who has the sandbox's password. */
    static String email(long number) {
        return username(number) + "@bench.test";
    }

    /**
     * Makes this many, each with an endpoint at this address. The endpoint's secret is a copy of one that exists, since
     * only the portal can seal one.
     */
    void make(int count, String hook) throws SQLException {
        byte[] seller = bytes("SELECT tenant_id FROM tenants_user WHERE email = '" + RESELLER + "'");
        byte[] sealed = bytes("SELECT secret_encrypted FROM webhooks_endpoint ORDER BY id LIMIT 1");
        for (int i = 0; i < count; i++) {
            byte[] id = RowIds.bytes(UUID.nameUUIDFromBytes(username(i).getBytes(StandardCharsets.UTF_8)));
            update("""
                    INSERT INTO tenants_tenant (id, parent_id, kind, name, zone, created_at)
                    VALUES (?, ?, 'CUSTOMER', ?, 'Europe/Zurich', UTC_TIMESTAMP(6))
                    """, id, seller, "Bench " + i);
            update("INSERT INTO tenants_ancestor (ancestor_id, tenant_id, depth) VALUES (?, ?, 0)", id, id);
            update("""
                    INSERT INTO tenants_ancestor (ancestor_id, tenant_id, depth)
                    SELECT a.ancestor_id, ?, a.depth + 1 FROM tenants_ancestor a WHERE a.tenant_id = ?
                    """, id, seller);
            update("""
                    INSERT INTO ledger_wallet (tenant_id, seller_id, balance, credit_limit, opened_at)
                    VALUES (?, ?, 0, ?, UTC_TIMESTAMP(6))
                    """, id, seller, CREDIT_LIMIT);
            update("""
                    INSERT INTO credentials_credential
                        (tenant_id, id, name, username, secret_hash, answer_form, created_at)
                    VALUES (?, ?, 'Bench', ?, ?, 'OK', UTC_TIMESTAMP(6))
                    """, id, RowIds.bytes(RowIds.next()), username(i), Sha256.of(SECRET));
            update("""
                    INSERT INTO webhooks_endpoint
                        (tenant_id, id, url, format, state, state_at, secret_encrypted, created_at)
                    VALUES (?, ?, ?, 'STANDARD', 'ON', UTC_TIMESTAMP(6), ?, UTC_TIMESTAMP(6))
                    """, id, RowIds.bytes(RowIds.next()), hook, sealed);
            update("""
                    INSERT INTO tenants_user (id, tenant_id, email, name, password, role, created_at)
                    SELECT ?, ?, ?, name, password, role, UTC_TIMESTAMP(6) FROM tenants_user WHERE email = ?
                    """, RowIds.bytes(RowIds.next()), id, email(i), RESELLER);
        }
        update("""
                UPDATE smppserver_credential
                   SET tenant_id = ?, most_binds = 50, window_size = 500, segments_per_second = 10000
                 WHERE system_id = ?
                """, RowIds.bytes(UUID.nameUUIDFromBytes(username(0).getBytes(StandardCharsets.UTF_8))), SYSTEM_ID);
        update("UPDATE rates_revision SET revision = revision + 1");
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private byte[] bytes(String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBytes(1);
        }
    }
}
