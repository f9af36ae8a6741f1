package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps an account to 30 lookup requests in any second, all nodes together (contract H2): a node takes the next free
 * places in time from the account's row, on the database's clock, and asks at those. Places stand a little further apart
 * than a thirtieth of a second, so that requests which are late by up to {@link #SLACK} never make 31; what is later than
 * {@link #LATEST} when it is to leave takes another place.
 */
@Component
class Places {

    static final int REQUESTS_PER_SECOND = 30;

    /** How late a request may leave. */
    static final Duration LATEST = Duration.ofMillis(20);

    /** How late a request may arrive: {@link #LATEST}, and what the way there may take longer than for others. */
    static final Duration SLACK = Duration.ofMillis(120);

    static final long APART_NANOS = Duration.ofSeconds(1).plus(SLACK).toNanos() / REQUESTS_PER_SECOND;

    /** How far ahead places are given away; what a node that dies loses at the most. */
    private static final Duration AHEAD = Duration.ofMillis(200);

    private static final int CLOCK_TRIES = 3;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Places(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Up to {@code wanted} places; none while lookups of the account are paused. Where they were and are tried again, one
     * place at a time.
     */
    Taken take(UUID accountId, int wanted) {
        return transactions.call(() -> {
            Row row = row(accountId);
            Now now = now();
            if (row.isPausedAt(now.at())) {
                return new Taken(List.of(), row.strikes(), true);
            }
            Instant place = row.firstFreeAt(now.at());
            List<Long> places = new ArrayList<>();
            int most = row.strikes() > 0 ? 1 : wanted;
            while (places.size() < most && !place.isAfter(now.at().plus(AHEAD))) {
                places.add(now.nanos(place));
                place = place.plusNanos(APART_NANOS);
            }
            if (!places.isEmpty()) {
                jdbc.sql("UPDATE lookups_account SET next_slot_at = ? WHERE account_id = ?")
                        .params(Times.utc(place), RowIds.bytes(accountId))
                        .update();
            }
            return new Taken(places, row.strikes(), false);
        });
    }

    private Row row(UUID accountId) {
        return jdbc.sql("""
                        SELECT paused_until, strikes, next_slot_at
                          FROM lookups_account WHERE account_id = ? FOR UPDATE
                        """).param(RowIds.bytes(accountId)).query(Row::of).single();
    }

    /** The database's clock, read in so short a time that it can be held against ours. */
    private Now now() {
        Now now;
        int tries = 0;
        do {
            long before = System.nanoTime();
            Instant at = jdbc.sql("SELECT UTC_TIMESTAMP(6) AS now")
                    .query((rs, _) -> Times.instant(rs, "now"))
                    .single();
            now = new Now(at, before, System.nanoTime());
        } while (now.isVague() && ++tries < CLOCK_TRIES);
        return now;
    }

    /**
     * Places in time, and the strikes that the account had when they were given.
     *
     * @param atNanos of {@link System#nanoTime}
     */
    record Taken(List<Long> atNanos, int strikes, boolean isPaused) {

        /** How long until the next places should be taken, so that none goes by while that is done. */
        Duration untilNext() {
            long last = atNanos.getLast() - AHEAD.toNanos() / 2;
            return Duration.ofNanos(Math.max(1, last - System.nanoTime()));
        }
    }

    /** The database's time and ours around it. */
    private record Now(Instant at, long before, long after) {

        boolean isVague() {
            return after - before > LATEST.toNanos() / 2;
        }

        long nanos(Instant place) {
            return before + Duration.between(at, place).toNanos();
        }
    }

    private record Row(
            @Nullable Instant pausedUntil,
            int strikes,
            @Nullable Instant nextSlotAt) {

        static Row of(ResultSet rs, int row) throws SQLException {
            return new Row(
                    Times.instantOrNull(rs, "paused_until"),
                    rs.getInt("strikes"),
                    Times.instantOrNull(rs, "next_slot_at"));
        }

        boolean isPausedAt(Instant now) {
            return pausedUntil != null && pausedUntil.isAfter(now);
        }

        Instant firstFreeAt(Instant now) {
            return nextSlotAt == null || nextSlotAt.isBefore(now) ? now : nextSlotAt;
        }
    }
}
