package io.heliograph.api;

import io.heliograph.db.RowIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code api_request}: requests that came with a key. All times are the database's. */
@Repository
class OnceRows {

    static final int DAYS_KEPT = 7;
    static final int LEASE_SECONDS = 60;

    private final JdbcClient jdbc;

    OnceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A duplicate is a {@code DuplicateKeyException}. */
    void insert(KeyedRequest request, UUID effectId, UUID lease) {
        jdbc.sql("""
                        INSERT INTO api_request
                            (tenant_id, account_id, request_key, request_hash, effect_id, lease, lease_until, created_at)
                        VALUES (:tenant, :account, :key, :hash, :effect, :lease,
                            DATE_ADD(UTC_TIMESTAMP(6), INTERVAL :seconds SECOND), UTC_TIMESTAMP(6))
                        """)
                .param("tenant", RowIds.bytes(request.tenantId()))
                .param("account", RowIds.bytes(request.accountId()))
                .param("key", request.key())
                .param("hash", request.hash())
                .param("effect", RowIds.bytes(effectId))
                .param("lease", RowIds.bytes(lease))
                .param("seconds", LEASE_SECONDS)
                .update();
    }

    Optional<Kept> find(KeyedRequest request) {
        return jdbc.sql("""
                        SELECT request_hash, effect_id, lease, lease_until > UTC_TIMESTAMP(6) AS running, status,
                               location, body, created_at < UTC_TIMESTAMP(6) - INTERVAL :days DAY AS old
                          FROM api_request
                         WHERE tenant_id = :tenant AND account_id = :account AND request_key = :key
                        """)
                .param("days", DAYS_KEPT)
                .param("tenant", RowIds.bytes(request.tenantId()))
                .param("account", RowIds.bytes(request.accountId()))
                .param("key", request.key())
                .query(OnceRows::kept)
                .optional();
    }

    /** Goes on with a request whose node did not come back; false if somebody else does. */
    boolean takeOver(KeyedRequest request, UUID oldLease, UUID lease) {
        return of(request, """
                        UPDATE api_request
                           SET lease = :next, lease_until = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL :seconds SECOND)
                         WHERE tenant_id = :tenant AND account_id = :account AND request_key = :key
                           AND lease = :lease AND status IS NULL
                        """, oldLease)
                        .param("next", RowIds.bytes(lease))
                        .param("seconds", LEASE_SECONDS)
                        .update()
                == 1;
    }

    /** Keeps the answer; false if the lease was lost. */
    boolean done(KeyedRequest request, UUID lease, int status, @Nullable String location, byte[] body) {
        return of(request, """
                        UPDATE api_request SET status = :status, location = :location, body = :body
                         WHERE tenant_id = :tenant AND account_id = :account AND request_key = :key
                           AND lease = :lease AND status IS NULL
                        """, lease)
                        .param("status", status)
                        .param("location", location)
                        .param("body", body)
                        .update()
                == 1;
    }

    /** Forgets a request that had no effect. */
    void release(KeyedRequest request, UUID lease) {
        of(request, """
                        DELETE FROM api_request
                         WHERE tenant_id = :tenant AND account_id = :account AND request_key = :key
                           AND lease = :lease AND status IS NULL
                        """, lease).update();
    }

    /** Forgets a request that is older than it is kept. */
    void forgetOld(KeyedRequest request) {
        jdbc.sql("""
                        DELETE FROM api_request
                         WHERE tenant_id = :tenant AND account_id = :account AND request_key = :key
                           AND created_at < UTC_TIMESTAMP(6) - INTERVAL :days DAY
                        """)
                .param("tenant", RowIds.bytes(request.tenantId()))
                .param("account", RowIds.bytes(request.accountId()))
                .param("key", request.key())
                .param("days", DAYS_KEPT)
                .update();
    }

    /** Forgets what is older than it is kept, so many at most; returns how many. */
    int forgetOld(int limit) {
        return jdbc.sql("DELETE FROM api_request WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL :days DAY LIMIT :limit")
                .param("days", DAYS_KEPT)
                .param("limit", limit)
                .update();
    }

    private JdbcClient.StatementSpec of(KeyedRequest request, String sql, UUID lease) {
        return jdbc.sql(sql)
                .param("tenant", RowIds.bytes(request.tenantId()))
                .param("account", RowIds.bytes(request.accountId()))
                .param("key", request.key())
                .param("lease", RowIds.bytes(lease));
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getBytes("request_hash"),
                RowIds.uuid(row.getBytes("effect_id")),
                RowIds.uuid(row.getBytes("lease")),
                row.getBoolean("running"),
                row.getObject("status", Integer.class),
                row.getString("location"),
                row.getBytes("body"),
                row.getBoolean("old"));
    }

    /** A request as it is kept; without a status while it is not answered. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(
            byte[] hash,
            UUID effectId,
            UUID lease,
            boolean running,
            @Nullable Integer status,
            @Nullable String location,
            byte @Nullable [] body,
            boolean old) {}
}
