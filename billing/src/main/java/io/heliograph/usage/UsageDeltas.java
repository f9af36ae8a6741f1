package io.heliograph.usage;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.rates.Product;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code usage_delta} and of {@code usage_daily}, which they end up in. */
@Repository
class UsageDeltas {

    private static final int BATCH = 1_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    UsageDeltas(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    void insert(Map<UsageKey, UsageTotals> sums) {
        if (sums.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                INSERT INTO usage_delta (tenant_id, day, product, destination, sender, channel, state, messages,
                    segments, credits, margin, id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, sums.entrySet(), BATCH, (insert, sum) -> {
            set(insert, sum.getKey(), sum.getValue());
            insert.setBytes(12, RowIds.bytes(RowIds.next()));
        });
    }

    List<Recorded> oldest(int limit) {
        return jdbc.sql("""
                SELECT id, tenant_id, day, product, destination, sender, channel, state, messages, segments, credits,
                    margin
                FROM usage_delta ORDER BY id LIMIT ?
                """).param(limit).query(UsageDeltas::row).list();
    }

    /** How many of them were still there to be removed. */
    int remove(List<Recorded> recorded) {
        List<byte[]> ids =
                recorded.stream().map(each -> RowIds.bytes(each.id())).toList();
        return jdbc.sql("DELETE FROM usage_delta WHERE id IN (:ids)")
                .param("ids", ids)
                .update();
    }

    /** Row after row in the order of the map, which is the same on every node. */
    void addToDays(Map<UsageKey, UsageTotals> sums) {
        batches.batchUpdate("""
                INSERT INTO usage_daily (tenant_id, day, product, destination, sender, channel, state, messages,
                    segments, credits, margin)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE messages = messages + VALUES(messages),
                    segments = segments + VALUES(segments), credits = credits + VALUES(credits),
                    margin = margin + VALUES(margin)
                """, sums.entrySet(), BATCH, (insert, sum) -> set(insert, sum.getKey(), sum.getValue()));
    }

    private static void set(PreparedStatement insert, UsageKey key, UsageTotals totals) throws SQLException {
        insert.setBytes(1, RowIds.bytes(key.tenantId()));
        insert.setObject(2, key.day());
        insert.setString(3, key.product().name());
        insert.setString(4, key.destination());
        insert.setString(5, key.sender());
        insert.setString(6, key.channel());
        insert.setString(7, key.state());
        insert.setLong(8, totals.messages());
        insert.setLong(9, totals.segments());
        insert.setLong(10, totals.credits().tenThousandths());
        insert.setLong(11, totals.margin().tenThousandths());
    }

    private static Recorded row(ResultSet rs, int rowNumber) throws SQLException {
        UsageKey key = new UsageKey(
                RowIds.uuid(rs.getBytes("tenant_id")),
                rs.getObject("day", LocalDate.class),
                Product.valueOf(rs.getString("product")),
                rs.getString("destination"),
                rs.getString("sender"),
                rs.getString("channel"),
                rs.getString("state"));
        UsageTotals totals = new UsageTotals(
                rs.getLong("messages"),
                rs.getLong("segments"),
                new Credits(rs.getLong("credits")),
                new Credits(rs.getLong("margin")));
        return new Recorded(RowIds.uuid(rs.getBytes("id")), key, totals);
    }

    /** A row of {@code usage_delta}. */
    record Recorded(UUID id, UsageKey key, UsageTotals totals) {}
}
