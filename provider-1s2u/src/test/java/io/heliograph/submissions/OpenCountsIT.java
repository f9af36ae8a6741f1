package io.heliograph.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Open messages by state: counted while they are few, and by the meter where they are many. */
@DatabaseTest
@Import(SendingTest.Line.class)
class OpenCountsIT {

    private static final int MANY = 2_500;
    private static final Instant LONG_AGO = Instant.EPOCH;

    @Autowired
    Messages messages;

    @Autowired
    JdbcTemplate database;

    private final UUID alice = RowIds.next();

    @AfterEach
    void forget() {
        database.update("DELETE FROM messages_message WHERE tenant_id = ?", new Object[] {RowIds.bytes(alice)});
    }

    @Test
    void countsFewOneByOneWhateverTheMeterSays() {
        insert(3, MessageState.QUEUED);
        insert(2, MessageState.UNCERTAIN);
        insert(1, MessageState.DELIVERED);

        assertThat(messages.open(alice, LONG_AGO, 9)).isEqualTo(counts(3, 0, 2));
    }

    @Test
    void takesWhatTheOthersLeaveOfManyFromTheMeter() {
        insert(MANY, MessageState.SUBMITTED);
        insert(2, MessageState.UNCERTAIN);

        assertThat(messages.open(alice, LONG_AGO, 1_000_002)).isEqualTo(counts(0, 1_000_000, 2));
    }

    @Test
    void countsTheSecondOfTwoLargeStatesToTheEnd() {
        insert(MANY, MessageState.QUEUED);
        insert(MANY, MessageState.SUBMITTED);

        assertThat(messages.open(alice, LONG_AGO, 1_000_000)).isEqualTo(counts(1_000_000 - MANY, MANY, 0));
    }

    @Test
    void leavesOutWhatIsOlder() {
        insert(3, MessageState.QUEUED);

        assertThat(messages.open(alice, Instant.now().plus(Duration.ofMinutes(1)), 0))
                .isEqualTo(counts(0, 0, 0));
    }

    private static Map<MessageState, Long> counts(long queued, long submitted, long uncertain) {
        return Map.of(
                MessageState.QUEUED, queued,
                MessageState.SUBMITTED, submitted,
                MessageState.UNCERTAIN, uncertain,
                MessageState.UNKNOWN, 0L);
    }

    private void insert(int messages, MessageState state) {
        database.batchUpdate(
                """
                INSERT INTO messages_message (tenant_id, id, submission_id, channel, msisdn, destination, sender, body,
                    encoding, segments, price, chain_id, refund_undelivered, state, state_at, account_id, accepted_at)
                VALUES (?, ?, ?, 'REST', '447700900123', 'GB', 'Test', 'Hello', 'GSM', 1, 0, ?, FALSE, ?,
                    UTC_TIMESTAMP(6), ?, UTC_TIMESTAMP(6))
                """,
                IntStream.range(0, messages)
                        .mapToObj(_ -> new Object[] {
                            RowIds.bytes(alice),
                            RowIds.bytes(RowIds.next()),
                            RowIds.bytes(alice),
                            RowIds.bytes(alice),
                            state.name(),
                            RowIds.bytes(alice)
                        })
                        .toList());
    }
}
