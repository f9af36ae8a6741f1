package io.heliograph.api;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code api_allowance}: what all nodes have taken of a credential's calls, window by window. */
@Repository
class Allowances {

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Allowances(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Takes some of what is left of a window's calls: a sixteenth, so that a node asks seldom, and less and less towards
     * the end, so that little is left with nodes that do not need it.
     */
    Taken take(UUID credentialId, Instant window, int limit) {
        return transactions.call(() -> {
            of("""
                    INSERT INTO api_allowance (credential_id, window_at, taken) VALUES (:credential, :window, 0)
                    ON DUPLICATE KEY UPDATE taken = taken
                    """, credentialId, window).update();
            int taken = of("""
                    SELECT taken FROM api_allowance WHERE credential_id = :credential AND window_at = :window FOR UPDATE
                    """, credentialId, window).query(Integer.class).single();
            int left = Math.max(0, limit - taken);
            int share = Math.min(left, Math.max(1, left / 16));
            of("""
                    UPDATE api_allowance SET taken = taken + :share
                     WHERE credential_id = :credential AND window_at = :window
                    """, credentialId, window).param("share", share).update();
            return new Taken(share, left - share);
        });
    }

    /** Forgets windows that ended before then. */
    void forget(Instant before) {
        transactions.inPieces(
                FORGOTTEN_AT_ONCE,
                () -> jdbc.sql("DELETE FROM api_allowance WHERE window_at < ? LIMIT ?")
                        .params(Times.utc(before), FORGOTTEN_AT_ONCE)
                        .update());
    }

    private JdbcClient.StatementSpec of(String sql, UUID credentialId, Instant window) {
        return jdbc.sql(sql).param("credential", RowIds.bytes(credentialId)).param("window", Times.utc(window));
    }

    /**
     * What a node got.
     *
     * @param calls how many it may let through
     * @param left what is left for all
     */
    record Taken(int calls, int left) {}
}
