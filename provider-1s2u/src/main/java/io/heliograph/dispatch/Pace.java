package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps an account's requests per second, all nodes together: a node takes the next free places in time from the
 * account's row, on the database's clock, and sends at those. Places stand evenly apart, so no second ever holds more
 * than the limit.
 */
@Component
class Pace {

    /** How far ahead places are given away; what a node that dies loses at the most. */
    private static final Duration AHEAD = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Pace(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Up to {@code wanted} places, as the time to wait for each from now; none while the account is stopped or paused.
     * An account that was paused and is tried again gets one place at a time.
     */
    Places take(ProviderAccount account, int wanted) {
        return transactions.call(() -> {
            Row row = row(account);
            if (row.isClosed()) {
                return new Places(List.of(), row.strikes());
            }
            long apart = 1_000_000_000L / account.requestsPerSecond();
            Instant first =
                    row.nextSlotAt() == null || row.nextSlotAt().isBefore(row.now()) ? row.now() : row.nextSlotAt();
            List<Duration> waits = new ArrayList<>();
            Instant place = first;
            int most = row.strikes() > 0 ? 1 : wanted;
            while (waits.size() < most && !place.isAfter(row.now().plus(AHEAD))) {
                waits.add(Duration.between(row.now(), place));
                place = place.plusNanos(apart);
            }
            if (!waits.isEmpty()) {
                jdbc.sql("UPDATE dispatch_account SET next_slot_at = ? WHERE id = ?")
                        .params(Times.utc(place), RowIds.bytes(account.id()))
                        .update();
            }
            return new Places(waits, row.strikes());
        });
    }

    private Row row(ProviderAccount account) {
        return jdbc.sql("""
                        SELECT stopped_at, paused_until, strikes, next_slot_at, UTC_TIMESTAMP(6) AS now
                          FROM dispatch_account
                         WHERE id = ?
                           FOR UPDATE
                        """).param(RowIds.bytes(account.id())).query(Row::of).single();
    }

    /** Places in time, and the strikes that the account had when they were given. */
    record Places(List<Duration> waits, int strikes) {}

    private record Row(
            @Nullable Instant stoppedAt,
            @Nullable Instant pausedUntil,
            int strikes,
            @Nullable Instant nextSlotAt,
            Instant now) {

        static Row of(ResultSet rs, int row) throws SQLException {
            return new Row(
                    Times.instantOrNull(rs, "stopped_at"),
                    Times.instantOrNull(rs, "paused_until"),
                    rs.getInt("strikes"),
                    Times.instantOrNull(rs, "next_slot_at"),
                    Times.instant(rs, "now"));
        }

        boolean isClosed() {
            return stoppedAt != null || (pausedUntil != null && pausedUntil.isAfter(now));
        }
    }
}
