package io.heliograph.signin;

import io.heliograph.db.Transactions;
import io.heliograph.secrets.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts tries per key, on all nodes together. A count starts again after 15 minutes without a try. */
@Component
class Throttle {

    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final int WINDOW_MINUTES = 15;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Throttle(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Counts a try before it is made, so that tries at the same time count too; false when it is over the limit. */
    boolean allows(String key, int limit) {
        return transactions.call(() -> {
            jdbc.sql("""
                            INSERT INTO signin_failure (throttle_key, failures, last_at) VALUES (?, 1, UTC_TIMESTAMP(6))
                            ON DUPLICATE KEY UPDATE
                                failures = CASE WHEN last_at < UTC_TIMESTAMP(6) - INTERVAL ? MINUTE
                                    THEN 1 ELSE failures + 1 END,
                                last_at = UTC_TIMESTAMP(6)
                            """).param(Sha256.of(key)).param(WINDOW_MINUTES).update();
            return jdbc.sql("SELECT failures FROM signin_failure WHERE throttle_key = ?")
                            .param(Sha256.of(key))
                            .query(Integer.class)
                            .single()
                    <= limit;
        });
    }

    /** Forgets the tries of a key: one succeeded. */
    void clear(String key) {
        transactions.run(() -> jdbc.sql("DELETE FROM signin_failure WHERE throttle_key = ?")
                .param(Sha256.of(key))
                .update());
    }

    /** Forgets what is older than a day. */
    void sweep() {
        transactions.inPieces(
                FORGOTTEN_AT_ONCE,
                () -> jdbc.sql("DELETE FROM signin_failure WHERE last_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY LIMIT ?")
                        .param(FORGOTTEN_AT_ONCE)
                        .update());
    }
}
