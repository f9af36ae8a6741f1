package io.heliograph.credentials;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When credentials were last used, and which calls were refused: written in the background, so that no call waits for
 * it. A flood of refusals beyond what is written in a second is not kept.
 */
@Component
class CallLog {

    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final int MOST_WAITING = 2_000;
    private static final int PATH_LENGTH = 200;
    private static final int REASON_LENGTH = 300;

    private final BlockingQueue<Refusal> refusals = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<Caller, Instant> lastUses = new ConcurrentHashMap<>();
    private final CredentialRows credentials;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Transactions transactions;
    private final Clock clock;

    CallLog(CredentialRows credentials, JdbcClient jdbc, JdbcTemplate batches, Transactions transactions, Clock clock) {
        this.credentials = credentials;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
        this.clock = clock;
    }

    void used(Caller caller) {
        lastUses.put(caller, clock.instant());
    }

    void refused(UUID tenantId, UUID credentialId, String path, String code, String reason) {
        RefusedCall call = new RefusedCall(
                RowIds.next(), credentialId, cut(path, PATH_LENGTH), code, cut(reason, REASON_LENGTH), clock.instant());
        boolean _ = refusals.offer(new Refusal(tenantId, call));
    }

    /** The newest first. */
    List<RefusedCall> latest(UUID tenantId, int limit) {
        return jdbc.sql("""
                        SELECT id, credential_id, path, code, reason, at FROM credentials_refusal
                        WHERE tenant_id = ? ORDER BY id DESC LIMIT ?
                        """)
                .param(RowIds.bytes(tenantId))
                .param(limit)
                .query((row, n) -> new RefusedCall(
                        RowIds.uuid(row.getBytes("id")),
                        RowIds.uuid(row.getBytes("credential_id")),
                        row.getString("path"),
                        row.getString("code"),
                        row.getString("reason"),
                        Times.instant(row, "at")))
                .list();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void writeRefusals() {
        List<Refusal> waiting = new ArrayList<>();
        if (refusals.drainTo(waiting) == 0) {
            return;
        }
        List<Object[]> rows = waiting.stream().map(Refusal::row).toList();
        transactions.run(() -> batches.batchUpdate("""
                INSERT INTO credentials_refusal (tenant_id, id, credential_id, path, code, reason, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, rows));
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    void writeLastUses() {
        Map<Caller, Instant> uses = new HashMap<>(lastUses);
        uses.forEach(lastUses::remove);
        if (!uses.isEmpty()) {
            transactions.run(() -> credentials.used(uses));
        }
    }

    /** Refused calls are kept for thirty days. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOldRefusals() {
        transactions.inPieces(
                FORGOTTEN_AT_ONCE,
                () -> jdbc.sql("DELETE FROM credentials_refusal WHERE at < UTC_TIMESTAMP(6) - INTERVAL 30 DAY LIMIT ?")
                        .param(FORGOTTEN_AT_ONCE)
                        .update());
    }

    @PreDestroy
    void writeAll() {
        writeRefusals();
        writeLastUses();
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private record Refusal(UUID tenantId, RefusedCall call) {

        Object[] row() {
            return new Object[] {
                RowIds.bytes(tenantId),
                RowIds.bytes(call.id()),
                RowIds.bytes(call.credentialId()),
                call.path(),
                call.code(),
                call.reason(),
                Times.utc(call.at())
            };
        }
    }
}
