package io.heliograph.bulksms;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At most 30 calls of {@code /hlr} in any second by one API login, on all nodes together (contract H2). */
@Component
class HlrQuota {

    static final int CALLS_PER_SECOND = 30;

    private static final long SECOND_MICROS = 1_000_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    HlrQuota(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Counts a call, unless there were 30 in the second before it. */
    boolean admits(UUID credentialId) {
        return transactions.call(() -> {
            Recent recent = read(credentialId).orElseGet(() -> {
                insert(credentialId);
                return read(credentialId).orElseThrow();
            });
            Deque<Long> times = recent.lastSecond();
            if (times.size() >= CALLS_PER_SECOND) {
                return false;
            }
            times.addLast(recent.nowMicros());
            jdbc.sql("UPDATE bulksms_hlr_calls SET recent = ? WHERE credential_id = ?")
                    .params(bytes(times), RowIds.bytes(credentialId))
                    .update();
            return true;
        });
    }

    private Optional<Recent> read(UUID credentialId) {
        return jdbc.sql("""
                        SELECT recent, UTC_TIMESTAMP(6) AS now FROM bulksms_hlr_calls
                         WHERE credential_id = ? FOR UPDATE
                        """)
                .param(RowIds.bytes(credentialId))
                .query((rs, _) -> new Recent(
                        ByteBuffer.wrap(rs.getBytes("recent")),
                        ChronoUnit.MICROS.between(Instant.EPOCH, Times.instant(rs, "now"))))
                .optional();
    }

    private void insert(UUID credentialId) {
        jdbc.sql("""
                INSERT INTO bulksms_hlr_calls (credential_id, recent) VALUES (?, '')
                ON DUPLICATE KEY UPDATE credential_id = VALUES(credential_id)
                """).param(RowIds.bytes(credentialId)).update();
    }

    private static byte[] bytes(Deque<Long> times) {
        ByteBuffer bytes = ByteBuffer.allocate(times.size() * Long.BYTES);
        times.forEach(bytes::putLong);
        return bytes.array();
    }

    private record Recent(ByteBuffer times, long nowMicros) {

        Deque<Long> lastSecond() {
            Deque<Long> within = new ArrayDeque<>();
            while (times.hasRemaining()) {
                long time = times.getLong();
                if (nowMicros - time < SECOND_MICROS) {
                    within.addLast(time);
                }
            }
            return within;
        }
    }
}
