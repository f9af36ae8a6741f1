package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the lookups of provider accounts are doing, shared by all nodes in {@code lookups_account}. */
@Repository
class AccountRows {

    private static final int TEXT_LENGTH = 200;

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the row of an account that has none yet. */
    void ensure(UUID accountId, int numbersPerRequest) {
        jdbc.sql("""
                INSERT INTO lookups_account (account_id, numbers_per_request) VALUES (?, ?)
                ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)
                """).params(RowIds.bytes(accountId), numbersPerRequest).update();
    }

    void saveNumbersPerRequest(UUID accountId, int numbers) {
        jdbc.sql("""
                INSERT INTO lookups_account (account_id, numbers_per_request) VALUES (?, ?)
                ON DUPLICATE KEY UPDATE numbers_per_request = VALUES(numbers_per_request)
                """).params(RowIds.bytes(accountId), numbers).update();
    }

    Optional<LookupAccount> find(UUID accountId) {
        return jdbc.sql("""
                        SELECT a.account_id, a.numbers_per_request, a.paused_until, a.pause_reason, a.strikes,
                               (SELECT CAST(COALESCE(SUM(j.waiting + j.asking), 0) AS SIGNED) FROM lookups_job j
                                 WHERE j.account_id = a.account_id AND j.unsettled = TRUE AND j.state = 'RUNNING')
                                   AS queued
                          FROM lookups_account a WHERE a.account_id = ?
                        """)
                .param(RowIds.bytes(accountId))
                .query(AccountRows::account)
                .optional();
    }

    /**
     * Pauses an account that is not paused already.
     *
     * @param strikes as they were when the request left: of several that saw the same fault, one pauses
     * @return whether this call paused it
     */
    boolean pause(UUID accountId, int strikes, Duration pause, String reason) {
        return jdbc.sql("""
                        UPDATE lookups_account
                           SET paused_until = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND), pause_reason = ?,
                               strikes = strikes + 1
                         WHERE account_id = ? AND strikes = ?
                        """)
                        .params(micros(pause), shortened(reason), RowIds.bytes(accountId), strikes)
                        .update()
                == 1;
    }

    /** Asks nothing for a moment; no fault, so no strike. */
    void rest(UUID accountId, Duration rest) {
        jdbc.sql("""
                        UPDATE lookups_account
                           SET next_slot_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND)
                         WHERE account_id = ?
                        """).params(micros(rest), RowIds.bytes(accountId)).update();
    }

    /** The account answered as it should, or a person wants it tried now. Returns whether it was paused before. */
    boolean recovered(UUID accountId) {
        return jdbc.sql("""
                        UPDATE lookups_account SET paused_until = NULL, pause_reason = NULL, strikes = 0
                         WHERE account_id = ? AND strikes > 0
                        """).param(RowIds.bytes(accountId)).update() == 1;
    }

    private static long micros(Duration length) {
        return length.toNanos() / 1_000;
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH);
    }

    private static LookupAccount account(ResultSet rs, int row) throws SQLException {
        return new LookupAccount(
                RowIds.uuid(rs.getBytes("account_id")),
                rs.getInt("numbers_per_request"),
                Times.instantOrNull(rs, "paused_until"),
                rs.getString("pause_reason"),
                rs.getInt("strikes"),
                rs.getLong("queued"));
    }
}
