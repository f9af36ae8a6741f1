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
 * account's row, on the database's clock, and sends at those. Places stand evenly apart, and what is urgent may leave a
 * little before its own, while all others wait for theirs: a campaign that takes every place delays no password. Places
 * are as much further apart as some may leave early, so no second ever holds more than the limit.
 */
@Component
class Pace {

    /** How far ahead places are given away; what a node that dies loses at the most. */
    static final Duration AHEAD = Duration.ofMillis(50);

    /** How long before its place something urgent may leave. */
    private static final Duration EARLY = Duration.ofMillis(100);

    /** What may come to a request's timeout: its place in time, and noting its answer. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).plus(EARLY).toNanos();

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
        return take(account, wanted, Duration.ZERO);
    }

    /** The same for something urgent. */
    Places takeEarly(ProviderAccount account, int wanted) {
        return take(account, wanted, EARLY);
    }

    private Places take(ProviderAccount account, int wanted, Duration early) {
        return transactions.call(() -> {
            Row row = row(account);
            if (row.isClosed()) {
                return new Places(List.of(), row.strikes(), true);
            }
            long apart = WINDOW_NANOS / account.requestsPerSecond();
            Instant now = row.now();
            Instant place = row.nextSlotAt() == null ? now : later(row.nextSlotAt(), now);
            List<Duration> waits = new ArrayList<>();
            int most = row.strikes() > 0 ? 1 : wanted;
            Instant last = now.plus(AHEAD).plus(early);
            while (waits.size() < most && !place.isAfter(last)) {
                waits.add(Duration.between(now, later(place.minus(early), now)));
                place = place.plusNanos(apart);
            }
            if (!waits.isEmpty()) {
                jdbc.sql("UPDATE dispatch_account SET next_slot_at = ? WHERE id = ?")
                        .params(Times.utc(place), RowIds.bytes(account.id()))
                        .update();
            }
            return new Places(waits, row.strikes(), false);
        });
    }

    /** Gives no more places until the request that tries a paused account again is answered, or cannot be any more. */
    void awaitAnswer(ProviderAccount account) {
        jdbc.sql("""
                        UPDATE dispatch_account
                           SET paused_until = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND)
                         WHERE id = ? AND strikes > 0
                        """)
                .params(account.timeout().plus(LATE).toNanos() / 1_000, RowIds.bytes(account.id()))
                .update();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Row row(ProviderAccount account) {
        return jdbc.sql("""
                        SELECT stopped_at, paused_until, strikes, next_slot_at, UTC_TIMESTAMP(6) AS now
                          FROM dispatch_account
                         WHERE id = ?
                           FOR UPDATE
                        """).param(RowIds.bytes(account.id())).query(Row::of).single();
    }

    /** Places in time, the strikes that the account had when they were given, and whether it is stopped or paused. */
    record Places(List<Duration> waits, int strikes, boolean isClosed) {}

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
