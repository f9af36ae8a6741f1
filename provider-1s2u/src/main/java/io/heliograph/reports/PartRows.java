package io.heliograph.reports;

import io.heliograph.db.RowIds;
import io.heliograph.messages.Correlation;
import io.heliograph.provider.ReportedState;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code reports_part}. */
@Repository
class PartRows {

    private final JdbcTemplate jdbc;

    PartRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A part, with the id of the first that left, and how many make the whole. */
    record Part(String id, String firstId, int total) {}

    void insert(UUID accountId, String msisdn, List<String> ids, int total) {
        jdbc.batchUpdate(
                """
                INSERT INTO reports_part (account_id, provider_message_id, msisdn, first_id, parts, created_at)
                VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE first_id = VALUES(first_id), parts = VALUES(parts), response = NULL
                """,
                ids.stream()
                        .map(id -> new Object[] {RowIds.bytes(accountId), id, msisdn, ids.getFirst(), total})
                        .toList());
    }

    /** Which of these ids and numbers name a part. */
    Set<Correlation> known(Collection<Correlation> wanted) {
        String any = String.join(
                " OR ",
                Collections.nCopies(wanted.size(), "(account_id = ? AND provider_message_id = ? AND msisdn = ?)"));
        return Set.copyOf(JdbcClient.create(jdbc)
                .sql("SELECT account_id, provider_message_id, msisdn FROM reports_part WHERE " + any)
                .params(wanted.stream()
                        .<Object>mapMulti((one, params) -> {
                            params.accept(RowIds.bytes(one.accountId()));
                            params.accept(one.providerMessageId());
                            params.accept(one.msisdn());
                        })
                        .toList())
                .query((rs, _) -> new Correlation(
                        RowIds.uuid(rs.getBytes("account_id")),
                        rs.getString("provider_message_id"),
                        rs.getString("msisdn")))
                .list());
    }

    Optional<Part> find(UUID accountId, String id, String msisdn) {
        return JdbcClient.create(jdbc)
                .sql("""
                        SELECT provider_message_id, first_id, parts FROM reports_part
                         WHERE account_id = ? AND provider_message_id = ? AND msisdn = ?
                        """)
                .params(RowIds.bytes(accountId), id, msisdn)
                .query((rs, _) ->
                        new Part(rs.getString("provider_message_id"), rs.getString("first_id"), rs.getInt("parts")))
                .optional();
    }

    /** Keeps reports of other parts waiting, so that the last of two that come at once sees both. */
    void lock(UUID accountId, String firstId, String msisdn) {
        jdbc.queryForList("""
                SELECT parts FROM reports_part
                 WHERE account_id = ? AND provider_message_id = ? AND msisdn = ?
                   FOR UPDATE
                """, RowIds.bytes(accountId), firstId, msisdn);
    }

    /** The first final state of a part stays; false if it has one. */
    boolean settle(UUID accountId, String id, String msisdn, ReportedState state) {
        return jdbc.update("""
                        UPDATE reports_part SET response = ?
                         WHERE account_id = ? AND provider_message_id = ? AND msisdn = ? AND response IS NULL
                        """, state.name(), RowIds.bytes(accountId), id, msisdn) == 1;
    }

    int delivered(UUID accountId, String firstId, String msisdn) {
        return JdbcClient.create(jdbc)
                .sql("""
                        SELECT COUNT(*) FROM reports_part
                         WHERE account_id = ? AND first_id = ? AND msisdn = ? AND response = 'DELIVRD'
                        """)
                .params(RowIds.bytes(accountId), firstId, msisdn)
                .query(Integer.class)
                .single();
    }

    void forgetOlderThan(int days, int limit) {
        jdbc.update(
                "DELETE FROM reports_part WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL ? DAY LIMIT ?", days, limit);
    }
}
