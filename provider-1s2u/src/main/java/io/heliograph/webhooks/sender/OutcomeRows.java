package io.heliograph.webhooks.sender;

import static io.heliograph.db.RowIds.bytes;
import static java.util.stream.Collectors.toSet;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.webhooks.EndpointKey;
import io.heliograph.webhooks.http.Exchange;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what came of attempts: the delivery, and its place in the queue. */
@Repository
class OutcomeRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OutcomeRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Held(UUID deliveryId, UUID lease) {}

    /** The deliveries whose lease is still the one that they were claimed with; it stays so in this transaction. */
    Set<UUID> lockOwned(EndpointKey endpoint, List<Outcome> outcomes) {
        Set<Held> held = Set.copyOf(jdbc.sql("""
                SELECT delivery_id, lease FROM webhooks_queue
                WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND delivery_id IN (:deliveries)
                    AND lease IS NOT NULL
                FOR UPDATE
                """)
                .param("tenant", bytes(endpoint.tenantId()))
                .param("endpoint", bytes(endpoint.endpointId()))
                .param(
                        "deliveries",
                        outcomes.stream()
                                .map(outcome -> bytes(outcome.claim().deliveryId()))
                                .toList())
                .query((row, _) -> new Held(RowIds.uuid(row.getBytes(1)), RowIds.uuid(row.getBytes(2))))
                .list());
        return outcomes.stream()
                .map(outcome ->
                        new Held(outcome.claim().deliveryId(), outcome.claim().lease()))
                .filter(held::contains)
                .map(Held::deliveryId)
                .collect(toSet());
    }

    /** Records outcomes of deliveries that are locked. */
    void record(List<Verdict> verdicts) {
        batch("""
                UPDATE webhooks_delivery
                SET state = ?, tries = ?, failures = ?, last_status = ?, last_error = ?,
                    next_try_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, state_at = ?
                WHERE tenant_id = ? AND id = ?
                """, verdicts, _ -> true, OutcomeRows::delivery);
        batch("""
                DELETE FROM webhooks_queue WHERE tenant_id = ? AND endpoint_id = ? AND delivery_id = ?
                """, verdicts, verdict -> verdict.state().isFinal(), OutcomeRows::place);
        batch("""
                UPDATE webhooks_queue SET lease = NULL, due_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
                WHERE tenant_id = ? AND endpoint_id = ? AND delivery_id = ?
                """, verdicts, verdict -> !verdict.state().isFinal(), OutcomeRows::laterPlace);
    }

    private void batch(
            String sql,
            List<Verdict> verdicts,
            Predicate<Verdict> which,
            Function<Verdict, @Nullable Object[]> parameters) {
        batches.batchUpdate(sql, verdicts.stream().filter(which).map(parameters).toList());
    }

    private static @Nullable Object[] delivery(Verdict verdict) {
        Outcome outcome = verdict.outcome();
        Exchange exchange = outcome.exchange();
        return new @Nullable Object[] {
            verdict.state().name(),
            outcome.number(),
            verdict.failures(),
            outcome.status(),
            exchange.error(),
            verdict.retryAfterMicros(),
            Times.utc(exchange.startedAt().plus(exchange.duration())),
            bytes(outcome.claim().endpoint().tenantId()),
            bytes(outcome.claim().deliveryId())
        };
    }

    private static @Nullable Object[] place(Verdict verdict) {
        Claim claim = verdict.outcome().claim();
        return new Object[] {
            bytes(claim.endpoint().tenantId()), bytes(claim.endpoint().endpointId()), bytes(claim.deliveryId())
        };
    }

    private static @Nullable Object[] laterPlace(Verdict verdict) {
        Claim claim = verdict.outcome().claim();
        return new @Nullable Object[] {
            verdict.retryAfterMicros(),
            bytes(claim.endpoint().tenantId()),
            bytes(claim.endpoint().endpointId()),
            bytes(claim.deliveryId())
        };
    }
}
