package io.heliograph.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.RowsRead;
import io.heliograph.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A customer's campaign in the queue costs nothing when it is looked for what others have there. */
@DatabaseTest
@Import({QueueRows.class, QueuedTenants.class, QueueLengths.class, HoldRows.class})
class LongQueueIT {

    private static final UUID ACCOUNT = RowIds.next();
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final UUID LATER = new UUID(3, 3);
    private static final UUID HELD = new UUID(4, 4);
    private static final UUID LAST = new UUID(-1, -1);
    private static final int CAMPAIGN = 3_000;

    @Autowired
    QueueRows queue;

    @Autowired
    QueuedTenants tenants;

    @Autowired
    QueueLengths lengths;

    @Autowired
    HoldRows holds;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void findsWhoHasSomethingDueWithoutReadingACampaign() {
        insert(FIRST, 1, Duration.ZERO);
        insert(SECOND, CAMPAIGN, Duration.ZERO);
        insert(LATER, 150, Duration.ofHours(1));
        insert(HELD, 1, Duration.ZERO);
        insert(LAST, 2, Duration.ZERO);
        transactions.run(() -> holds.hold(HELD));

        long read = new RowsRead(transactions, jdbc)
                .by(() -> assertThat(tenants.due(ACCOUNT)).containsExactly(FIRST, SECOND, LAST));

        assertThat(read).isLessThan(CAMPAIGN / 5);
    }

    @Test
    void findsTheOldestWithoutReadingACampaign() {
        insert(FIRST, 1, Duration.ofHours(1));
        insert(SECOND, CAMPAIGN, Duration.ZERO);

        long read = new RowsRead(transactions, jdbc)
                .by(() -> assertThat(tenants.oldest(ACCOUNT).orElseThrow()).isBefore(Instant.now()));

        assertThat(read).isLessThan(CAMPAIGN / 5);
        assertThat(tenants.oldest(new UUID(5, 5))).isEmpty();
    }

    @Test
    void countsALongQueueNowAndThen() {
        insert(FIRST, 2, Duration.ZERO);

        assertThat(lengths.of(ACCOUNT)).isEqualTo(2);
        assertThat(QueueLengths.kept(Duration.ofMillis(5))).isZero();
        assertThat(QueueLengths.kept(Duration.ofMillis(300))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsOfACampaignWhatLeavesNext() {
        insert(SECOND, CAMPAIGN, Duration.ZERO);

        long read = new RowsRead(transactions, jdbc)
                .by(() -> assertThat(queue.due(ACCOUNT, SECOND, 45)).hasSize(45));

        assertThat(read).isLessThan(CAMPAIGN / 5);
    }

    @Test
    void findsWhatIsOutlivedAmongTheNextAloneAndAmongAll() {
        insert(SECOND, CAMPAIGN, Duration.ZERO);
        jdbc.update(
                "UPDATE dispatch_entry SET expires_at = UTC_TIMESTAMP(6) ORDER BY due_at DESC, message_id DESC LIMIT 1");

        long read = new RowsRead(transactions, jdbc)
                .by(() -> assertThat(queue.outlivedAmongNext(ACCOUNT, SECOND, 500))
                        .isEmpty());

        assertThat(read).isLessThan(CAMPAIGN / 2);
        assertThat(queue.outlivedAmongNext(ACCOUNT, SECOND, CAMPAIGN)).hasSize(1);
        assertThat(queue.outlived(ACCOUNT, SECOND, 500)).hasSize(1);
    }

    private void insert(UUID tenantId, int messages, Duration wait) {
        List<Object[]> rows = IntStream.range(0, messages)
                .mapToObj(_ -> new Object[] {
                    RowIds.bytes(tenantId),
                    RowIds.bytes(RowIds.next()),
                    RowIds.bytes(ACCOUNT),
                    RowIds.bytes(ACCOUNT),
                    wait.toSeconds()
                })
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO dispatch_entry
                    (tenant_id, message_id, account_id, group_key, msisdn, phase, due_at, expires_at)
                VALUES (?, ?, ?, ?, '447700900001', 'WAITING', DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND),
                     '9999-12-31')
                """, rows);
    }
}
