package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.text.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code lookups_lookup} until their job starts: written, priced again, counted, dropped. */
@Repository
class DraftRows {

    private final JdbcTemplate jdbc;

    DraftRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes numbers from a position on; what is known already is answered. */
    void insert(UUID tenantId, UUID jobId, int first, List<PricedNumber> numbers) {
        List<Object[]> rows = new ArrayList<>(numbers.size());
        List<Repriced> known = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            PricedNumber number = numbers.get(i);
            rows.add(new @Nullable Object[] {
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId),
                first + i,
                number.msisdn(),
                Destination.of(number.msisdn()),
                chain(number),
                number.credits().tenThousandths()
            });
            if (number.earlier() != null) {
                known.add(new Repriced(first + i, number));
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO lookups_lookup
                    (tenant_id, job_id, position, msisdn, destination, chain_id, price, state, reused, due_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', FALSE, UTC_TIMESTAMP(6))
                """, rows);
        if (!known.isEmpty()) {
            reprice(tenantId, jobId, known);
        }
    }

    /** Writes the price of numbers anew, by their position. The job is locked, and a draft. */
    void reprice(UUID tenantId, UUID jobId, List<Repriced> numbers) {
        jdbc.batchUpdate(
                """
                UPDATE lookups_lookup
                   SET chain_id = ?, price = ?, state = ?, status = ?, reused = ?, answered_at = ?, country = ?,
                       operator_name = ?, line_type = ?, mccmnc = ?, ported = ?, roaming = ?, error_code = ?,
                       error_text = ?, provider_status = ?
                 WHERE tenant_id = ? AND job_id = ? AND position = ?
                """,
                numbers.stream()
                        .map(each -> {
                            List<@Nullable Object> values = new ArrayList<>(priced(each.number()));
                            values.addAll(List.of(RowIds.bytes(tenantId), RowIds.bytes(jobId), each.position()));
                            return values.toArray();
                        })
                        .toList());
    }

    /** A number at its place in the job. */
    record Repriced(int position, PricedNumber number) {}

    /** Some numbers with the price they have, in their order. */
    List<Kept> after(UUID tenantId, UUID jobId, int position, int limit) {
        return jdbc.query(
                """
                SELECT position, msisdn, chain_id FROM lookups_lookup
                 WHERE tenant_id = ? AND job_id = ? AND position > ?
                 ORDER BY position LIMIT ?
                """,
                (rs, _) -> new Kept(
                        rs.getInt("position"), rs.getString("msisdn"), RowIds.uuidOrNull(rs.getBytes("chain_id"))),
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId),
                position,
                limit);
    }

    /** A number as it was priced: by a chain, or not at all as it is known already. */
    record Kept(int position, String msisdn, @Nullable UUID chainId) {}

    List<Tally> tally(UUID tenantId, UUID jobId) {
        return jdbc.query(
                """
                SELECT state, status, reused, destination, chain_id, COUNT(*) AS numbers
                  FROM lookups_lookup
                 WHERE tenant_id = ? AND job_id = ?
                 GROUP BY state, status, reused, destination, chain_id
                """,
                (rs, _) -> {
                    String status = rs.getString("status");
                    return new Tally(
                            LookupState.valueOf(rs.getString("state")),
                            status == null ? null : NumberStatus.valueOf(status),
                            rs.getBoolean("reused"),
                            rs.getString("destination"),
                            RowIds.uuidOrNull(rs.getBytes("chain_id")),
                            rs.getInt("numbers"));
                },
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId));
    }

    /** Removes some; returns how many. */
    int delete(UUID tenantId, UUID jobId, int limit) {
        return jdbc.update(
                "DELETE FROM lookups_lookup WHERE tenant_id = ? AND job_id = ? ORDER BY position LIMIT ?",
                RowIds.bytes(tenantId),
                RowIds.bytes(jobId),
                limit);
    }

    /** The values of chain_id, price, state, status, reused, answered_at and the answer. */
    private static List<@Nullable Object> priced(PricedNumber number) {
        EarlierAnswer earlier = number.earlier();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(chain(number));
        values.add(number.credits().tenThousandths());
        values.add((earlier == null ? LookupState.WAITING : LookupState.ANSWERED).name());
        values.add(earlier == null ? null : earlier.status().name());
        values.add(earlier != null);
        values.add(earlier == null ? null : Times.utc(earlier.answeredAt()));
        values.addAll(AnswerColumns.values(earlier == null ? null : earlier.answer()));
        return values;
    }

    private static byte @Nullable [] chain(PricedNumber number) {
        return number.price() == null ? null : RowIds.bytes(number.price().chainId());
    }
}
