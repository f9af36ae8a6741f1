package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How accounts are doing: pauses, strikes and balances, shared by all nodes in {@code dispatch_account}. */
@Repository
class AccountHealth {

    private static final int TEXT_LENGTH = 200;

    private final JdbcClient jdbc;
    private final QueueLengths lengths;
    private final QueuedTenants tenants;

    AccountHealth(JdbcClient jdbc, QueueLengths lengths, QueuedTenants tenants) {
        this.jdbc = jdbc;
        this.lengths = lengths;
        this.tenants = tenants;
    }

    List<AccountStatus> statuses() {
        return jdbc.sql("""
                        SELECT id, name, stopped_at, paused_until, pause_reason, strikes, balance, balance_at,
                               balance_error, low_balance
                          FROM dispatch_account
                         ORDER BY created_at, id
                        """).query(AccountHealth::status).list().stream()
                .map(this::withQueue)
                .toList();
    }

    boolean isStopped(UUID accountId) {
        return jdbc.sql("SELECT COUNT(*) FROM dispatch_account WHERE id = ? AND stopped_at IS NULL")
                        .param(RowIds.bytes(accountId))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void stop(UUID accountId) {
        jdbc.sql("UPDATE dispatch_account SET stopped_at = COALESCE(stopped_at, UTC_TIMESTAMP(6)) WHERE id = ?")
                .param(RowIds.bytes(accountId))
                .update();
    }

    void start(UUID accountId) {
        jdbc.sql("""
                        UPDATE dispatch_account
                           SET stopped_at = NULL, paused_until = NULL, pause_reason = NULL, strikes = 0
                         WHERE id = ?
                        """).param(RowIds.bytes(accountId)).update();
    }

    /**
     * Pauses an account that is not paused already.
     *
     * @param strikes as they were when the request left: of several nodes that saw the same fault, one pauses
     * @return whether this call paused it
     */
    boolean pause(UUID accountId, int strikes, Duration pause, String reason) {
        return jdbc.sql("""
                        UPDATE dispatch_account
                           SET paused_until = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND), pause_reason = ?,
                               strikes = strikes + 1
                         WHERE id = ? AND strikes = ?
                        """)
                        .params(pause.toNanos() / 1_000, shortened(reason), RowIds.bytes(accountId), strikes)
                        .update()
                == 1;
    }

    /**
     * Sends nothing for a moment; no fault, so no strike.
     *
     * @param strikes as they were when the request left: if it tried a paused account again, it need not be waited for now
     */
    void rest(UUID accountId, int strikes, Duration rest) {
        jdbc.sql("""
                        UPDATE dispatch_account
                           SET next_slot_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND),
                               paused_until = IF(strikes = ?, NULL, paused_until)
                         WHERE id = ?
                        """)
                .params(rest.toNanos() / 1_000, strikes, RowIds.bytes(accountId))
                .update();
    }

    /** The account answered as it should. Returns whether it was paused before. */
    boolean recovered(UUID accountId) {
        return jdbc.sql("""
                        UPDATE dispatch_account
                           SET paused_until = NULL, pause_reason = NULL, strikes = 0
                         WHERE id = ? AND strikes > 0
                        """).param(RowIds.bytes(accountId)).update() == 1;
    }

    /** Takes the right to ask for the balance, for the given time; one node gets it. */
    boolean takeBalanceTurn(UUID accountId, Duration turn) {
        return jdbc.sql("""
                        UPDATE dispatch_account
                           SET balance_due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND)
                         WHERE id = ? AND (balance_due_at IS NULL OR balance_due_at <= UTC_TIMESTAMP(6))
                        """).params(turn.toSeconds(), RowIds.bytes(accountId)).update() == 1;
    }

    /** Lets the next turn to ask for the balance come at once, unless the last was less than half a minute ago. */
    boolean balanceWanted(UUID accountId) {
        return jdbc.sql("""
                        UPDATE dispatch_account
                           SET balance_due_at = NULL
                         WHERE id = ? AND balance_due_at IS NOT NULL
                           AND balance_due_at <= DATE_ADD(UTC_TIMESTAMP(6), INTERVAL 30 SECOND)
                        """).param(RowIds.bytes(accountId)).update() == 1;
    }

    /** The balance as it was last told. */
    Optional<BigDecimal> balance(UUID accountId) {
        return jdbc.sql("SELECT balance FROM dispatch_account WHERE id = ? AND balance IS NOT NULL")
                .param(RowIds.bytes(accountId))
                .query(BigDecimal.class)
                .optional();
    }

    void balance(UUID accountId, BigDecimal balance) {
        jdbc.sql("""
                        UPDATE dispatch_account
                           SET balance = ?, balance_at = UTC_TIMESTAMP(6), balance_error = NULL
                         WHERE id = ?
                        """).params(balance, RowIds.bytes(accountId)).update();
    }

    void balanceFailed(UUID accountId, String error) {
        jdbc.sql("UPDATE dispatch_account SET balance_error = ? WHERE id = ?")
                .params(shortened(error), RowIds.bytes(accountId))
                .update();
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH);
    }

    private AccountStatus withQueue(AccountStatus status) {
        return status.withQueue(
                lengths.of(status.accountId()),
                tenants.oldest(status.accountId()).orElse(null));
    }

    /** Without its queue: what is asked while rows are read takes another connection. */
    private static AccountStatus status(ResultSet rs, int row) throws SQLException {
        @Nullable String reason = rs.getString("pause_reason");
        return new AccountStatus(
                RowIds.uuid(rs.getBytes("id")),
                rs.getString("name"),
                Times.instantOrNull(rs, "stopped_at"),
                Times.instantOrNull(rs, "paused_until"),
                reason,
                rs.getInt("strikes"),
                rs.getBigDecimal("balance"),
                Times.instantOrNull(rs, "balance_at"),
                rs.getString("balance_error"),
                rs.getBigDecimal("low_balance"),
                0,
                null);
    }
}
