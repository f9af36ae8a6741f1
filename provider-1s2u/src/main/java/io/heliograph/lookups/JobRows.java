package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code lookups_job}. */
@Repository
class JobRows {

    private static final String COLUMNS = """
            tenant_id, id, name, channel, credential_id, user_id, state, reuse_seconds, waiting, asking, active,
            switched_off, no_messages, not_in_use, unclear, reused, failed, cancelled, price, refunded, created_at,
            started_at, finished_at, version, request_hash
            """;

    private final JdbcClient jdbc;

    JobRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A job whose numbers are yet to be written. */
    void insert(LookupRequest request, UUID id, String hash, Duration reuse, Instant now) {
        jdbc.sql("""
                INSERT INTO lookups_job
                    (tenant_id, id, name, channel, listed, credential_id, user_id, request_hash, state, unsettled,
                     reuse_seconds, waiting, asking, active, switched_off, no_messages, not_in_use, unclear, reused,
                     failed, cancelled, price, refunded, created_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'STAGING', FALSE, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, 0)
                """)
                .param(RowIds.bytes(request.tenantId()))
                .param(RowIds.bytes(id))
                .param(request.name())
                .param(request.channel().name())
                .param(request.channel() != LookupChannel.HLR)
                .param(RowIds.bytesOrNull(request.credentialId()))
                .param(RowIds.bytesOrNull(request.userId()))
                .param(hash)
                .param(reuse.toSeconds())
                .param(Times.utc(now))
                .update();
    }

    /** All numbers are written: what they cost and what of them is known already. */
    void drafted(UUID tenantId, UUID id, LookupCounts counts, Credits price) {
        setCounts(jdbc.sql("""
                UPDATE lookups_job
                   SET waiting = ?, active = ?, switched_off = ?, no_messages = ?, not_in_use = ?, unclear = ?,
                       reused = ?, price = ?, state = 'DRAFT', version = version + 1
                 WHERE tenant_id = ? AND id = ? AND state IN ('STAGING', 'DRAFT')
                """), counts)
                .param(price.tenThousandths())
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    /** A draft becomes a running job; one without anything to ask is done at once. */
    void start(UUID tenantId, UUID id, Start start) {
        boolean anything = start.counts().waiting() > 0;
        setCounts(jdbc.sql("""
                UPDATE lookups_job
                   SET waiting = ?, active = ?, switched_off = ?, no_messages = ?, not_in_use = ?, unclear = ?,
                       reused = ?, price = ?, state = ?, unsettled = ?, account_id = ?, idempotency_key = ?,
                       started_at = ?, expires_at = ?, finished_at = ?, version = version + 1
                 WHERE tenant_id = ? AND id = ? AND state = 'DRAFT'
                """), start.counts())
                .param(start.price().tenThousandths())
                .param((anything ? LookupJobState.RUNNING : LookupJobState.DONE).name())
                .param(anything)
                .param(RowIds.bytes(start.accountId()))
                .param(start.idempotencyKey())
                .param(Times.utc(start.at()))
                .param(Times.utc(start.expiresAt()))
                .param(anything ? null : Times.utc(start.at()))
                .param(RowIds.bytes(tenantId))
                .param(RowIds.bytes(id))
                .update();
    }

    /** What a draft becomes a running job with. */
    record Start(
            LookupCounts counts,
            Credits price,
            UUID accountId,
            @Nullable String idempotencyKey,
            Instant at,
            Instant expiresAt) {}

    /** From one state into another; false if it is not in the first. */
    boolean move(UUID tenantId, UUID id, LookupJobState from, LookupJobState to) {
        return jdbc.sql("""
                        UPDATE lookups_job SET state = ?, version = version + 1
                         WHERE tenant_id = ? AND id = ? AND state = ?
                        """)
                        .params(to.name(), RowIds.bytes(tenantId), RowIds.bytes(id), from.name())
                        .update()
                == 1;
    }

    /** Lets a resumed job have its full time again. */
    void expireAt(UUID tenantId, UUID id, Instant at) {
        jdbc.sql("UPDATE lookups_job SET expires_at = ? WHERE tenant_id = ? AND id = ?")
                .params(Times.utc(at), RowIds.bytes(tenantId), RowIds.bytes(id))
                .update();
    }

    boolean delete(UUID tenantId, UUID id) {
        return jdbc.sql("DELETE FROM lookups_job WHERE tenant_id = ? AND id = ? AND state IN ('STAGING', 'DRAFT')")
                        .params(RowIds.bytes(tenantId), RowIds.bytes(id))
                        .update()
                == 1;
    }

    Optional<LookupJob> find(UUID tenantId, UUID id) {
        return select("WHERE tenant_id = ? AND id = ?", RowIds.bytes(tenantId), RowIds.bytes(id)).stream()
                .findFirst();
    }

    /** As {@link #find}; nobody else changes it until this transaction ends. */
    Optional<LookupJob> lock(UUID tenantId, UUID id) {
        return select("WHERE tenant_id = ? AND id = ? FOR UPDATE", RowIds.bytes(tenantId), RowIds.bytes(id)).stream()
                .findFirst();
    }

    /** The job of an idempotency key, if it was for a request with this hash. */
    Optional<Keyed> findByKey(UUID tenantId, String key) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM lookups_job WHERE tenant_id = ? AND idempotency_key = ?")
                .params(RowIds.bytes(tenantId), key)
                .query((rs, row) -> new Keyed(job(rs, row), rs.getString("request_hash")))
                .optional();
    }

    /** A job with what it was asked for. */
    record Keyed(LookupJob job, String requestHash) {}

    List<LookupJob> page(UUID tenantId, @Nullable UUID before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM lookups_job
                 WHERE tenant_id = :tenantId AND listed = TRUE AND id < :before
                   AND state NOT IN ('STAGING', 'DRAFT')
                 ORDER BY id DESC LIMIT :limit
                """)
                .param("tenantId", RowIds.bytes(tenantId))
                .param("before", before == null ? LAST_ID : RowIds.bytes(before))
                .param("limit", limit)
                .query(JobRows::job)
                .list();
    }

    /** How many drafts a tenant has. Without being told, the database may go through all jobs that it ever had. */
    int drafts(UUID tenantId) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM lookups_job FORCE INDEX (lookups_job_drafts)
                         WHERE tenant_id = ? AND state IN ('STAGING', 'DRAFT')
                        """).param(RowIds.bytes(tenantId)).query(Integer.class).single();
    }

    /** Drafts that were begun before a time and not started. */
    List<LookupJob> draftsBefore(Instant time, int limit) {
        return select("WHERE state IN ('STAGING', 'DRAFT') AND created_at < ? LIMIT ?", Times.utc(time), limit);
    }

    private static final byte[] LAST_ID = RowIds.bytes(new UUID(-1, -1));

    private List<LookupJob> select(String where, Object... params) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM lookups_job " + where)
                .params(params)
                .query(JobRows::job)
                .list();
    }

    private static JdbcClient.StatementSpec setCounts(JdbcClient.StatementSpec statement, LookupCounts counts) {
        JdbcClient.StatementSpec next = statement.param(counts.waiting());
        for (NumberStatus status : NumberStatus.values()) {
            next = next.param(counts.answered(status));
        }
        return next.param(counts.reused());
    }

    private static LookupJob job(ResultSet rs, int row) throws SQLException {
        Map<NumberStatus, Integer> answered = new EnumMap<>(NumberStatus.class);
        for (NumberStatus status : NumberStatus.values()) {
            answered.put(status, rs.getInt(status.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return new LookupJob(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("id")),
                rs.getString("name"),
                LookupChannel.valueOf(rs.getString("channel")),
                RowIds.uuidOrNull(rs.getBytes("credential_id")),
                RowIds.uuidOrNull(rs.getBytes("user_id")),
                LookupJobState.valueOf(rs.getString("state")),
                new LookupCounts(
                        rs.getInt("waiting"),
                        rs.getInt("asking"),
                        answered,
                        rs.getInt("reused"),
                        rs.getInt("failed"),
                        rs.getInt("cancelled")),
                Duration.ofSeconds(rs.getInt("reuse_seconds")),
                new Credits(rs.getLong("price")),
                new Credits(rs.getLong("refunded")),
                Times.instant(rs, "created_at"),
                Times.instantOrNull(rs, "started_at"),
                Times.instantOrNull(rs, "finished_at"),
                rs.getInt("version"));
    }
}
