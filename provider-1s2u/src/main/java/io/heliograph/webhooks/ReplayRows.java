package io.heliograph.webhooks;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of replays, and the deliveries that they are about. */
@Repository
class ReplayRows {

    private static final String REPLAYS = """
            SELECT id, endpoint_id, failed_only, since, total, queued, created_at, finished_at FROM webhooks_replay
            """;

    private final JdbcClient jdbc;

    ReplayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A replay that still has deliveries to queue. */
    record Open(UUID id, ReplayRange rest) {}

    int count(ReplayRange range) {
        return inRange("SELECT COUNT(*) FROM webhooks_delivery", range, "")
                .query(Integer.class)
                .single();
    }

    List<UUID> first(ReplayRange range, int most) {
        return inRange("SELECT id FROM webhooks_delivery", range, "ORDER BY id LIMIT " + most)
                .query((row, _) -> RowIds.uuid(row.getBytes(1)))
                .list();
    }

    void insert(Replay replay, ReplayRange range) {
        jdbc.sql("""
                INSERT INTO webhooks_replay (tenant_id, id, endpoint_id, failed_only, since, after_id, last_id, total, created_at)
                VALUES (:tenant, :id, :endpoint, :failed, :since, :after, :last, :total, :now)
                """)
                .param("tenant", bytes(range.endpoint().tenantId()))
                .param("id", bytes(replay.id()))
                .param("endpoint", bytes(range.endpoint().endpointId()))
                .param("failed", replay.failedOnly())
                .param("since", Times.utc(replay.since()))
                .param("after", bytes(range.afterId()))
                .param("last", bytes(range.lastId()))
                .param("total", replay.total())
                .param("now", Times.utc(replay.createdAt()))
                .update();
    }

    /** Moves on to the next part; false if another node did. */
    boolean moveOn(Open replay, UUID afterId, int queued) {
        return jdbc.sql("""
                UPDATE webhooks_replay SET after_id = :after, queued = queued + :queued
                WHERE tenant_id = :tenant AND id = :id AND after_id = :before AND finished_at IS NULL
                """)
                        .param("after", bytes(afterId))
                        .param("queued", queued)
                        .param("tenant", bytes(replay.rest().endpoint().tenantId()))
                        .param("id", bytes(replay.id()))
                        .param("before", bytes(replay.rest().afterId()))
                        .update()
                == 1;
    }

    void finish(Open replay, Instant now) {
        jdbc.sql("""
                UPDATE webhooks_replay SET finished_at = :now
                WHERE tenant_id = :tenant AND id = :id AND finished_at IS NULL
                """)
                .param("now", Times.utc(now))
                .param("tenant", bytes(replay.rest().endpoint().tenantId()))
                .param("id", bytes(replay.id()))
                .update();
    }

    List<Open> open(int most) {
        return jdbc.sql("""
                SELECT tenant_id, id, endpoint_id, failed_only, after_id, last_id FROM webhooks_replay
                WHERE finished_at IS NULL ORDER BY tenant_id, id LIMIT :most
                """).param("most", most).query(ReplayRows::openRow).list();
    }

    Optional<Replay> find(UUID tenantId, UUID id) {
        return jdbc.sql(REPLAYS + "WHERE tenant_id = :tenant AND id = :id")
                .param("tenant", bytes(tenantId))
                .param("id", bytes(id))
                .query(ReplayRows::replay)
                .optional();
    }

    Optional<Replay> latest(EndpointKey endpoint) {
        return jdbc.sql(REPLAYS + "WHERE tenant_id = :tenant AND endpoint_id = :endpoint ORDER BY id DESC LIMIT 1")
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .query(ReplayRows::replay)
                .optional();
    }

    private StatementSpec inRange(String select, ReplayRange range, String rest) {
        return jdbc.sql("""
                %s WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND state IN (%s)
                    AND id > :after AND id <= :last %s
                """.formatted(select, range.states(), rest))
                .param("tenant", bytes(range.endpoint().tenantId()))
                .param("endpoint", bytes(range.endpoint().endpointId()))
                .param("after", bytes(range.afterId()))
                .param("last", bytes(range.lastId()));
    }

    private static Open openRow(ResultSet row, int number) throws SQLException {
        EndpointKey endpoint =
                new EndpointKey(RowIds.uuid(row.getBytes("tenant_id")), RowIds.uuid(row.getBytes("endpoint_id")));
        ReplayRange rest = new ReplayRange(
                endpoint,
                row.getBoolean("failed_only"),
                RowIds.uuid(row.getBytes("after_id")),
                RowIds.uuid(row.getBytes("last_id")));
        return new Open(RowIds.uuid(row.getBytes("id")), rest);
    }

    private static Replay replay(ResultSet row, int number) throws SQLException {
        return new Replay(
                RowIds.uuid(row.getBytes("id")),
                RowIds.uuid(row.getBytes("endpoint_id")),
                row.getBoolean("failed_only"),
                Times.instant(row, "since"),
                row.getInt("total"),
                row.getInt("queued"),
                Times.instant(row, "created_at"),
                Times.instantOrNull(row, "finished_at"));
    }
}
