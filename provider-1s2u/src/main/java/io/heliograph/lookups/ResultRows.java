package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes what became of lookups, and what of it their job counts. The job's row is locked by the caller. */
@Repository
class ResultRows {

    private final JdbcTemplate jdbc;

    ResultRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of some lookups of one job that are still under the lease; nobody else changes them while the job is locked. */
    Set<Integer> held(UUID tenantId, UUID jobId, UUID lease, Collection<Asked> asked) {
        List<Object> params =
                new ArrayList<>(List.of(RowIds.bytes(tenantId), RowIds.bytes(jobId), RowIds.bytes(lease)));
        asked.forEach(one -> params.add(one.position()));
        return new HashSet<>(jdbc.queryForList(
                """
                SELECT position FROM lookups_lookup
                 WHERE tenant_id = ? AND job_id = ? AND lease = ? AND state = 'ASKING' AND position IN (%s)
                """.formatted(String.join(", ", Collections.nCopies(asked.size(), "?"))),
                Integer.class,
                params.toArray()));
    }

    /** Writes answers. */
    void answered(UUID lease, Map<Asked, Outcome.Answered> answers) {
        update("""
                UPDATE lookups_lookup
                   SET state = 'ANSWERED', lease = NULL, status = ?, answered_at = ?, country = ?, operator_name = ?,
                       line_type = ?, mccmnc = ?, ported = ?, roaming = ?, error_code = ?, error_text = ?,
                       provider_status = ?
                """, lease, answers, ResultRows::values);
    }

    /** Lets lookups wait again. */
    void back(UUID lease, Map<Asked, Outcome.Back> backs) {
        update(
                """
                UPDATE lookups_lookup
                   SET state = 'WAITING', lease = NULL, alone = ?, tries = tries - ?,
                       due_at = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? MICROSECOND)
                """,
                lease,
                backs,
                back -> List.of(
                        back.alone(), back.counts() ? 0 : 1, back.pause().toNanos() / 1_000));
    }

    /** Ends lookups that will not be answered. */
    void failed(UUID lease, Map<Asked, Outcome.Failed> failures, UUID refundId) {
        update("""
                UPDATE lookups_lookup
                   SET lease = NULL, refunded = price, state = 'FAILED', reason = ?, refund_id = ?
                """, lease, failures, failed -> List.of(failed.reason(), RowIds.bytes(refundId)));
    }

    /** Ends lookups of a stopped job. */
    void cancelled(UUID lease, Map<Asked, Outcome.Back> backs, UUID refundId) {
        update("""
                UPDATE lookups_lookup SET lease = NULL, refunded = price, state = 'CANCELLED', refund_id = ?
                """, lease, backs, _ -> List.of(RowIds.bytes(refundId)));
    }

    /** Some lookups that wait, in their order. */
    List<Asked> waiting(UUID tenantId, UUID jobId, int limit) {
        return jdbc.query("""
                SELECT tenant_id, job_id, position, msisdn, destination, chain_id, tries, alone
                  FROM lookups_lookup FORCE INDEX (lookups_lookup_state)
                 WHERE tenant_id = ? AND job_id = ? AND state = 'WAITING' AND status IS NULL
                 ORDER BY position LIMIT ?
                """, QueueRows::asked, RowIds.bytes(tenantId), RowIds.bytes(jobId), limit);
    }

    /** All that wait up to a position are cancelled and refunded. */
    int cancelWaiting(UUID tenantId, UUID jobId, int upTo, UUID refundId) {
        return jdbc.update("""
                UPDATE lookups_lookup SET state = 'CANCELLED', refunded = price, refund_id = ?
                 WHERE tenant_id = ? AND job_id = ? AND state = 'WAITING' AND status IS NULL AND position <= ?
                """, RowIds.bytes(refundId), RowIds.bytes(tenantId), RowIds.bytes(jobId), upTo);
    }

    /** Counts what happened to lookups of a job; a job of which nothing is left to do is over. */
    void count(UUID tenantId, UUID jobId, Progress progress, Instant now) {
        List<Object> values = new ArrayList<>(List.of(progress.asking(), progress.waiting()));
        for (NumberStatus status : NumberStatus.values()) {
            values.add(progress.answered().getOrDefault(status, 0));
        }
        values.addAll(List.of(
                progress.failed(),
                progress.cancelled(),
                progress.refunded().tenThousandths(),
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId)));
        jdbc.update("""
                UPDATE lookups_job
                   SET asking = asking + ?, waiting = waiting + ?, active = active + ?,
                       switched_off = switched_off + ?, no_messages = no_messages + ?, not_in_use = not_in_use + ?,
                       unclear = unclear + ?, failed = failed + ?, cancelled = cancelled + ?, refunded = refunded + ?,
                       version = version + 1
                 WHERE tenant_id = ? AND id = ?
                """, values.toArray());
        jdbc.update("""
                UPDATE lookups_job
                   SET unsettled = FALSE, state = CASE WHEN state = 'CANCELLED' THEN state ELSE 'DONE' END,
                       finished_at = ?
                 WHERE tenant_id = ? AND id = ? AND unsettled = TRUE AND waiting = 0 AND asking = 0
                """, Times.utc(now), RowIds.bytes(tenantId), RowIds.bytes(jobId));
    }

    /** What happened to lookups of a job, as changes of what it counts. */
    record Progress(
            int asking, int waiting, Map<NumberStatus, Integer> answered, int failed, int cancelled, Credits refunded) {

        static final Progress NONE = new Progress(0, 0, Map.of(), 0, 0, Credits.ZERO);

        static Progress cancelled(int numbers, Credits refunded) {
            return new Progress(0, -numbers, Map.of(), 0, numbers, refunded);
        }

        static Progress of(Map<Asked, Outcome> done, boolean stopped, Credits refunded) {
            Map<NumberStatus, Integer> answered = new EnumMap<>(NumberStatus.class);
            int back = 0;
            int failed = 0;
            for (Outcome outcome : done.values()) {
                switch (outcome) {
                    case Outcome.Answered one -> answered.merge(one.answer().status(), 1, Integer::sum);
                    case Outcome.Back _ -> back++;
                    case Outcome.Failed _ -> failed++;
                }
            }
            return new Progress(-done.size(), stopped ? 0 : back, answered, failed, stopped ? back : 0, refunded);
        }
    }

    private static List<@Nullable Object> values(Outcome.Answered answered) {
        EarlierAnswer answer = answered.answer();
        List<@Nullable Object> values =
                new ArrayList<>(Arrays.asList(answer.status().name(), Times.utc(answer.answeredAt())));
        values.addAll(AnswerColumns.values(answer.answer()));
        return values;
    }

    private <T extends Outcome> void update(
            String set, UUID lease, Map<Asked, T> outcomes, Function<T, List<? extends @Nullable Object>> values) {
        List<Object[]> rows = new ArrayList<>(outcomes.size());
        outcomes.forEach((asked, outcome) -> {
            List<@Nullable Object> row = new ArrayList<>(values.apply(outcome));
            row.addAll(List.of(
                    RowIds.bytes(asked.tenantId()),
                    RowIds.bytes(asked.jobId()),
                    asked.position(),
                    RowIds.bytes(lease)));
            rows.add(row.toArray());
        });
        jdbc.batchUpdate(
                set + " WHERE tenant_id = ? AND job_id = ? AND position = ? AND lease = ? AND state = 'ASKING'", rows);
    }
}
