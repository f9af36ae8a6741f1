package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Customers' own columns, in {@code lookups_heading} and {@code lookups_row}. */
@Repository
class OwnRows {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    OwnRows(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    void insertHeadings(UUID tenantId, UUID jobId, List<String> headings) {
        jdbc.update(
                "INSERT INTO lookups_heading (tenant_id, job_id, cells) VALUES (?, ?, ?)",
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId),
                JSON.writeValueAsString(headings));
    }

    /** @param positions of the lookups, by number; rows of other numbers are left out */
    void insert(UUID tenantId, UUID jobId, List<OwnRow> rows, Map<String, Integer> positions) {
        List<Object[]> values = new ArrayList<>(rows.size());
        for (OwnRow row : rows) {
            Integer position = positions.get(row.msisdn());
            if (position != null) {
                values.add(new Object[] {
                    RowIds.bytes(tenantId),
                    RowIds.bytes(jobId),
                    position,
                    row.place(),
                    JSON.writeValueAsString(row.cells())
                });
            }
        }
        jdbc.batchUpdate(
                "INSERT INTO lookups_row (tenant_id, job_id, position, place, cells) VALUES (?, ?, ?, ?, ?)", values);
    }

    /** The names of a job's own columns; none if it has none. */
    List<String> headings(UUID tenantId, UUID jobId) {
        return jdbc
                .query(
                        "SELECT cells FROM lookups_heading WHERE tenant_id = ? AND job_id = ?",
                        (rs, _) -> JSON.readValue(rs.getString("cells"), TEXTS),
                        RowIds.bytes(tenantId),
                        RowIds.bytes(jobId))
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /** The own rows of some lookups: their cells, by position, in the order of the file. */
    Map<Integer, List<List<String>>> of(UUID tenantId, UUID jobId, List<Integer> positions) {
        Map<Integer, List<List<String>>> found = new HashMap<>();
        client.sql("""
                SELECT position, cells FROM lookups_row
                 WHERE tenant_id = :tenantId AND job_id = :jobId AND position IN (:positions)
                 ORDER BY position, place
                """)
                .param("tenantId", RowIds.bytes(tenantId))
                .param("jobId", RowIds.bytes(jobId))
                .param("positions", positions)
                .query(rs -> {
                    found.computeIfAbsent(rs.getInt("position"), _ -> new ArrayList<>())
                            .add(JSON.readValue(rs.getString("cells"), TEXTS));
                });
        return found;
    }

    void deleteHeadings(UUID tenantId, UUID jobId) {
        jdbc.update(
                "DELETE FROM lookups_heading WHERE tenant_id = ? AND job_id = ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId));
    }

    /** Removes some; returns how many. */
    int delete(UUID tenantId, UUID jobId, int limit) {
        return jdbc.update(
                "DELETE FROM lookups_row WHERE tenant_id = ? AND job_id = ? ORDER BY position, place LIMIT ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId),
                limit);
    }
}
