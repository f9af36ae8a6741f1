package io.heliograph.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowsRead;
import io.heliograph.db.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits in a job that is well under way costs no more to find than in one that has just begun. */
@LookupsTest
class LongJobsIT {

    private static final int NUMBERS = 12_000;
    private static final int ANSWERED = 4_000;
    private static final int LIMIT = 100;

    @Autowired
    QueueRows queue;

    @Autowired
    ResultRows results;

    @Autowired
    LookupReads reads;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcTemplate jdbc;

    private final UUID alice = RowIds.next();
    private final UUID job = RowIds.next();

    @BeforeEach
    void aThirdIsAnswered() {
        jdbc.batchUpdate(
                """
                INSERT INTO lookups_lookup
                    (tenant_id, job_id, position, msisdn, chain_id, destination, price, state, status, reused, due_at)
                VALUES (?, ?, ?, ?, ?, 'GB', 0, ?, ?, FALSE, UTC_TIMESTAMP(6))
                """,
                IntStream.rangeClosed(1, NUMBERS)
                        .mapToObj(position -> new Object[] {
                            RowIds.bytes(alice),
                            RowIds.bytes(job),
                            position,
                            Long.toString(447_700_000_000L + position),
                            RowIds.bytes(job),
                            position > ANSWERED ? "WAITING" : "ANSWERED",
                            position > ANSWERED ? null : "ACTIVE"
                        })
                        .toList());
        jdbc.queryForList("ANALYZE TABLE lookups_lookup");
    }

    @AfterEach
    void forget() {
        jdbc.update("DELETE FROM lookups_lookup WHERE tenant_id = ?", new Object[] {RowIds.bytes(alice)});
    }

    @Test
    void claimsWithoutReadingWhatIsAnswered() {
        assertThat(rowsRead(() -> queue.claim(alice, job, LIMIT, RowIds.next(), Duration.ofMinutes(1))))
                .isLessThan(ANSWERED);
    }

    @Test
    void stopsWithoutReadingWhatIsAnswered() {
        assertThat(rowsRead(() -> results.waiting(alice, job, LIMIT))).isLessThan(ANSWERED);
    }

    @Test
    void showsWhatWaitsWithoutReadingWhatIsAnswered() {
        LookupFilter waiting = new LookupFilter(Set.of(LookupState.WAITING), null, null);

        assertThat(rowsRead(() -> reads.page(alice, job, waiting, 0, LIMIT))).isLessThan(ANSWERED);
    }

    /** How many rows the database reads for this, which finds {@link #LIMIT}. */
    private long rowsRead(Supplier<List<?>> reading) {
        return new RowsRead(transactions, jdbc)
                .by(() -> assertThat(reading.get()).hasSize(LIMIT));
    }
}
