package io.heliograph.smppserver;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.receipts.Wanted;
import io.heliograph.smpp.Coding;
import io.heliograph.smpp.WireAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code smppserver_group} and {@code smppserver_part}. */
@Repository
class PartRows {

    static final int LONGEST_BODY = 512;

    private final JdbcTemplate jdbc;

    PartRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A message of which nothing was heard for a while. */
    record Waiting(UUID tenantId, UUID groupId, int total) {}

    /** The group of that key, made if it is new; locked until the transaction ends, so that one part sees the others. */
    UUID group(UUID tenantId, byte[] key, int total) {
        jdbc.update("""
                INSERT INTO smppserver_group (tenant_id, group_key, id, total, touched_at)
                VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE touched_at = VALUES(touched_at)
                """, RowIds.bytes(tenantId), key, RowIds.bytes(RowIds.next()), total);
        return jdbc.query(
                        "SELECT id FROM smppserver_group WHERE tenant_id = ? AND group_key = ?",
                        (rs, _) -> RowIds.uuid(rs.getBytes("id")),
                        RowIds.bytes(tenantId),
                        key)
                .getFirst();
    }

    void put(UUID tenantId, UUID groupId, Part part) {
        Asked asked = part.asked();
        jdbc.update(
                "DELETE FROM smppserver_part WHERE tenant_id = ? AND group_id = ? AND number = ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(groupId),
                part.number());
        jdbc.update(
                """
                INSERT INTO smppserver_part
                    (tenant_id, group_id, number, wire_id, credential_id, wanted, source, source_ton, source_npi,
                     destination, destination_ton, destination_npi, coding, body, send_at, expires_at, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                RowIds.bytes(tenantId),
                RowIds.bytes(groupId),
                part.number(),
                RowIds.bytes(part.wireId()),
                RowIds.bytes(part.credentialId()),
                asked.wanted().name(),
                asked.source().value(),
                asked.source().ton(),
                asked.source().npi(),
                asked.destination().value(),
                asked.destination().ton(),
                asked.destination().npi(),
                asked.coding().name(),
                part.body(),
                Times.utcOrNull(asked.sendAt()),
                Times.utcOrNull(asked.expiresAt()),
                Times.utc(part.receivedAt()));
    }

    /** In order. */
    List<Part> of(UUID tenantId, UUID groupId) {
        return jdbc.query("""
                SELECT number, wire_id, credential_id, wanted, source, source_ton, source_npi, destination,
                       destination_ton, destination_npi, coding, body, send_at, expires_at, received_at
                  FROM smppserver_part
                 WHERE tenant_id = ? AND group_id = ?
                 ORDER BY number
                """, PartRows::part, RowIds.bytes(tenantId), RowIds.bytes(groupId));
    }

    boolean isWaiting(UUID tenantId, UUID wireId) {
        return !jdbc.queryForList(
                        "SELECT number FROM smppserver_part WHERE tenant_id = ? AND wire_id = ?",
                        Integer.class,
                        RowIds.bytes(tenantId),
                        RowIds.bytes(wireId))
                .isEmpty();
    }

    void remove(UUID tenantId, UUID groupId, UUID wireId) {
        jdbc.update(
                "DELETE FROM smppserver_part WHERE tenant_id = ? AND group_id = ? AND wire_id = ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(groupId),
                RowIds.bytes(wireId));
    }

    /** With its parts; false if it is gone already. */
    boolean removeGroup(UUID tenantId, UUID groupId) {
        boolean removed = jdbc.update(
                        "DELETE FROM smppserver_group WHERE tenant_id = ? AND id = ?",
                        RowIds.bytes(tenantId),
                        RowIds.bytes(groupId))
                == 1;
        if (removed) {
            jdbc.update(
                    "DELETE FROM smppserver_part WHERE tenant_id = ? AND group_id = ?",
                    RowIds.bytes(tenantId),
                    RowIds.bytes(groupId));
        }
        return removed;
    }

    /**
     * Those of which nothing was heard for so long, the longest first.
     *
     * @param skipped so many are passed over
     */
    List<Waiting> untouchedFor(Duration time, int skipped, int limit) {
        return jdbc.query("""
                SELECT tenant_id, id, total
                  FROM smppserver_group
                 WHERE touched_at < DATE_SUB(UTC_TIMESTAMP(6), INTERVAL ? SECOND)
                 ORDER BY touched_at
                 LIMIT ? OFFSET ?
                """, PartRows::waiting, time.toSeconds(), limit, skipped);
    }

    /** As {@link #untouchedFor}, but only those of which all parts are there. */
    List<Waiting> wholeUntouchedFor(Duration time, int skipped, int limit) {
        return jdbc.query("""
                SELECT g.tenant_id, g.id, g.total
                  FROM smppserver_group g
                 WHERE g.touched_at < DATE_SUB(UTC_TIMESTAMP(6), INTERVAL ? SECOND)
                   AND g.total = (SELECT COUNT(*) FROM smppserver_part p
                                   WHERE p.tenant_id = g.tenant_id AND p.group_id = g.id)
                 ORDER BY g.touched_at
                 LIMIT ? OFFSET ?
                """, PartRows::waiting, time.toSeconds(), limit, skipped);
    }

    private static Waiting waiting(ResultSet rs, int row) throws SQLException {
        return new Waiting(RowIds.uuid(rs.getBytes("tenant_id")), RowIds.uuid(rs.getBytes("id")), rs.getInt("total"));
    }

    private static Part part(ResultSet rs, int row) throws SQLException {
        Asked asked = new Asked(
                new WireAddress(rs.getByte("source_ton"), rs.getByte("source_npi"), rs.getString("source")),
                new WireAddress(
                        rs.getByte("destination_ton"), rs.getByte("destination_npi"), rs.getString("destination")),
                Coding.valueOf(rs.getString("coding")),
                Wanted.valueOf(rs.getString("wanted")),
                Times.instantOrNull(rs, "send_at"),
                Times.instantOrNull(rs, "expires_at"));
        return new Part(
                rs.getInt("number"),
                RowIds.uuid(rs.getBytes("wire_id")),
                RowIds.uuid(rs.getBytes("credential_id")),
                asked,
                rs.getBytes("body"),
                Times.instant(rs, "received_at"));
    }
}
