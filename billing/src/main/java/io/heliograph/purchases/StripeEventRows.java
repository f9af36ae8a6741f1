package io.heliograph.purchases;

import io.heliograph.db.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code purchases_stripe_event}. */
@Repository
class StripeEventRows {

    private static final int MAX_ERROR = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    StripeEventRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps an event, due again after a while unless it is handled by then; false if it is kept already. */
    boolean insert(String id, String type, String payload, Instant receivedAt, Duration dueIn) {
        try {
            jdbc.sql("""
                    INSERT INTO purchases_stripe_event (id, type, payload, received_at, due_at, tries)
                    VALUES (:id, :type, :payload, :receivedAt, UTC_TIMESTAMP(6) + INTERVAL :dueIn SECOND, 1)
                    """)
                    .param("id", id)
                    .param("type", type)
                    .param("payload", payload)
                    .param("receivedAt", Times.utc(receivedAt))
                    .param("dueIn", dueIn.toSeconds())
                    .update();
            return true;
        } catch (DuplicateKeyException keptAlready) {
            return false;
        }
    }

    void handled(String id) {
        jdbc.sql("UPDATE purchases_stripe_event SET handled_at = ?, due_at = NULL WHERE id = ?")
                .params(Times.utc(clock.instant()), id)
                .update();
    }

    void failed(String id, String error, Duration dueIn) {
        jdbc.sql("""
                UPDATE purchases_stripe_event
                SET last_error = :error, due_at = UTC_TIMESTAMP(6) + INTERVAL :dueIn SECOND
                WHERE id = :id AND handled_at IS NULL
                """)
                .param("error", error.substring(0, Math.min(MAX_ERROR, error.length())))
                .param("dueIn", dueIn.toSeconds())
                .param("id", id)
                .update();
    }

    List<Due> due(int limit) {
        return jdbc.sql("""
                SELECT id, payload, tries FROM purchases_stripe_event
                WHERE due_at <= UTC_TIMESTAMP(6)
                ORDER BY due_at LIMIT ?
                """)
                .param(limit)
                .query((rs, _) -> new Due(rs.getString("id"), rs.getString("payload"), rs.getInt("tries")))
                .list();
    }

    /** Takes a due event for a while; false if another node was faster. */
    boolean claim(Due event, Duration lease) {
        return jdbc.sql("""
                UPDATE purchases_stripe_event
                SET tries = tries + 1, due_at = UTC_TIMESTAMP(6) + INTERVAL :lease SECOND
                WHERE id = :id AND tries = :tries AND due_at <= UTC_TIMESTAMP(6)
                """)
                        .param("lease", lease.toSeconds())
                        .param("id", event.id())
                        .param("tries", event.tries())
                        .update()
                == 1;
    }

    /** An event that was not handled when it came. */
    record Due(String id, String payload, int tries) {}
}
