package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest clear answers of a tenant, in {@code lookups_answer}, and how long it takes them again. */
@Repository
class EarlierAnswers {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EarlierAnswers(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The tenant's answers since a time for some of these numbers, at most a thousand. */
    Map<String, EarlierAnswer> since(UUID tenantId, List<String> msisdns, Instant since) {
        Map<String, EarlierAnswer> found = new HashMap<>();
        if (msisdns.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                SELECT l.msisdn, l.status, l.answered_at, %s
                  FROM lookups_answer a
                  JOIN lookups_lookup l
                    ON l.tenant_id = a.tenant_id AND l.job_id = a.job_id AND l.position = a.position
                 WHERE a.tenant_id = :tenantId AND a.msisdn IN (:msisdns) AND a.answered_at >= :since
                """.formatted(AnswerColumns.NAMES))
                .param("tenantId", RowIds.bytes(tenantId))
                .param("msisdns", msisdns)
                .param("since", Times.utc(since))
                .query(rs -> {
                    found.put(rs.getString("msisdn"), answer(rs));
                });
        return found;
    }

    /** Remembers answers, in the order of the numbers, so that two who do it do not wait for each other. */
    void keep(Map<Asked, EarlierAnswer> answers) {
        List<Object[]> rows = answers.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().msisdn()))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
        batches.batchUpdate("""
                INSERT INTO lookups_answer (tenant_id, msisdn, job_id, position, answered_at) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE job_id = VALUES(job_id), position = VALUES(position),
                    answered_at = VALUES(answered_at)
                """, rows);
    }

    /** How old an answer may be that this tenant takes again; zero for none. */
    Duration reuse(UUID tenantId) {
        return jdbc.sql("SELECT reuse_seconds FROM lookups_setting WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .query(Integer.class)
                .optional()
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    void saveReuse(UUID tenantId, Duration reuse) {
        jdbc.sql("""
                INSERT INTO lookups_setting (tenant_id, reuse_seconds) VALUES (?, ?)
                ON DUPLICATE KEY UPDATE reuse_seconds = VALUES(reuse_seconds)
                """).params(RowIds.bytes(tenantId), reuse.toSeconds()).update();
    }

    private static Object[] row(Asked asked, EarlierAnswer answer) {
        return new Object[] {
            RowIds.bytes(asked.tenantId()),
            asked.msisdn(),
            RowIds.bytes(asked.jobId()),
            asked.position(),
            Times.utc(answer.answeredAt())
        };
    }

    private static EarlierAnswer answer(ResultSet rs) throws SQLException {
        return new EarlierAnswer(
                AnswerColumns.read(rs), NumberStatus.valueOf(rs.getString("status")), Times.instant(rs, "answered_at"));
    }
}
