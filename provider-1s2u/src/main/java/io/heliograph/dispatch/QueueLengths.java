package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * How many messages accounts have in the queue. A count that took its time is kept for a hundred times as long, so that
 * to count a million of them again and again, for pages and meters, takes a hundredth of a processor at the most.
 */
@Repository
class QueueLengths {

    private static final Duration QUICK = Duration.ofMillis(50);
    private static final int KEPT_TIMES = 100;

    private final JdbcTemplate jdbc;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    QueueLengths(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Messages of an account that wait or are under way; of a long queue, as it was at most a minute or so ago. */
    long of(UUID accountId) {
        return known.compute(accountId, (_, last) -> last != null && last.isFresh() ? last : count(accountId))
                .length();
    }

    private Known count(UUID accountId) {
        long start = System.nanoTime();
        @Nullable
        Long length = jdbc.queryForObject(
                "SELECT COUNT(*) FROM dispatch_entry WHERE account_id = ?", Long.class, RowIds.bytes(accountId));
        long end = System.nanoTime();
        return new Known(
                length == null ? 0 : length,
                end + kept(Duration.ofNanos(end - start)).toNanos());
    }

    /** For how long a count is kept that took so long. */
    static Duration kept(Duration took) {
        return took.compareTo(QUICK) < 0 ? Duration.ZERO : took.multipliedBy(KEPT_TIMES);
    }

    private record Known(long length, long until) {

        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }
}
