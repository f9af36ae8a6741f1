package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_proof}. A report has a line for each difference: what, tenant, expected, found, by tabs. */
@Repository
class ProofRows {

    static final int MAX_DIFFERENCES = 1_000;

    private static final int FIELDS = 4;
    private static final String NO_TENANT = "-";

    private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

    private final JdbcTemplate connections;
    private final JdbcClient jdbc;

    ProofRows(JdbcTemplate jdbc) {
        this.connections = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * Lets each statement of the open transaction take an hour, in place of the minute that those of a page have: it reads
     * whole tables. The pool sets the connection back.
     */
    void allowLongStatements() {
        connections.execute((ConnectionCallback<@Nullable Void>) connection -> {
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST_STATEMENT.toMillis());
            return null;
        });
    }

    void insert(ProofResult result) {
        jdbc.sql("""
                INSERT INTO ledger_proof (id, started_at, finished_at, transfers, differences, report)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        RowIds.bytes(result.id()),
                        Times.utc(result.startedAt()),
                        Times.utc(result.finishedAt()),
                        result.transfers(),
                        result.differenceCount(),
                        report(result.differences()))
                .update();
    }

    Optional<ProofResult> latest() {
        return latest(1).stream().findFirst();
    }

    List<ProofResult> latest(int limit) {
        return jdbc.sql("""
                SELECT id, started_at, finished_at, transfers, differences, report FROM ledger_proof
                ORDER BY finished_at DESC, id DESC LIMIT ?
                """).param(limit).query(ProofRows::row).list();
    }

    /** Whether this connection may run the nightly proof; it must {@link #unlock} afterwards. */
    boolean lock() {
        return jdbc.sql("SELECT GET_LOCK(CONCAT('ledger_proof.', LEFT(DATABASE(), 50)), 0)")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void unlock() {
        jdbc.sql("SELECT RELEASE_LOCK(CONCAT('ledger_proof.', LEFT(DATABASE(), 50)))")
                .query(Integer.class)
                .single();
    }

    private static String report(List<Difference> differences) {
        return differences.stream().map(ProofRows::line).collect(Collectors.joining("\n"));
    }

    private static String line(Difference difference) {
        UUID tenantId = difference.tenantId();
        return String.join(
                "\t",
                field(difference.what()),
                tenantId == null ? NO_TENANT : tenantId.toString(),
                field(difference.expected()),
                field(difference.found()));
    }

    private static String field(String text) {
        return text.replaceAll("\\s", " ");
    }

    private static Difference difference(String line) {
        String[] fields = line.split("\t", FIELDS);
        UUID tenantId = fields[1].equals(NO_TENANT) ? null : UUID.fromString(fields[1]);
        return new Difference(fields[0], tenantId, fields[2], fields[3]);
    }

    private static ProofResult row(ResultSet rs, int rowNumber) throws SQLException {
        return new ProofResult(
                RowIds.uuid(rs.getBytes("id")),
                Times.instant(rs, "started_at"),
                Times.instant(rs, "finished_at"),
                rs.getLong("transfers"),
                rs.getInt("differences"),
                rs.getString("report").lines().map(ProofRows::difference).toList());
    }
}
