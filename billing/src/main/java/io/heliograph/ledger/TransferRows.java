package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_transfer}, and the lines by which statements find those shown one by one. */
@Repository
class TransferRows {

    private static final int BATCH = 1_000;

    /** Ids tell the time of the node that made them, times that of the transaction: they are this close. */
    static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private static final String COLUMNS = """
            t.tenant_id, t.id, t.transfer_key, t.kind, t.amount, t.from_kind, t.from_tenant_id, t.to_kind,
            t.to_tenant_id, t.reference_id, t.note, t.actor_id, t.created_at""";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    TransferRows(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    void insert(List<PostedTransfer> posted) {
        try {
            insertTransfers(posted);
        } catch (DuplicateKeyException duplicate) {
            throw new DuplicateTransferException(existingKeys(posted), duplicate);
        }
        insertLines(posted);
    }

    Optional<PostedTransfer> find(UUID tenantId, String key) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM ledger_transfer t WHERE t.tenant_id = ? AND t.transfer_key = ?")
                .params(RowIds.bytes(tenantId), key)
                .query(TransferRows::row)
                .optional();
    }

    /** A tenant's own transfers after an id, oldest first. */
    List<PostedTransfer> after(UUID tenantId, UUID id, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM ledger_transfer t WHERE t.tenant_id = ? AND t.id > ? ORDER BY t.id LIMIT ?")
                .params(RowIds.bytes(tenantId), RowIds.bytes(id), limit)
                .query(TransferRows::row)
                .list();
    }

    /**
     * A tenant's own transfers of these kinds in a span of time, newest first.
     *
     * @param before only those with a lower id
     */
    List<PostedTransfer> between(
            UUID tenantId, Set<TransferKind> kinds, Instant from, Instant to, UUID before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM ledger_transfer t
                        WHERE t.tenant_id = :tenant AND t.id >= :lowest AND t.id < :before AND t.kind IN (:kinds)
                          AND t.created_at >= :from AND t.created_at < :to
                        ORDER BY t.id DESC LIMIT :limit
                        """)
                .param("tenant", RowIds.bytes(tenantId))
                .param("lowest", RowIds.bytes(RowIds.lowest(from.minus(CLOCK_SLACK))))
                .param("before", RowIds.bytes(before))
                .param("kinds", kinds.stream().map(TransferKind::name).toList())
                .param("from", Times.utc(from))
                .param("to", Times.utc(to))
                .param("limit", limit)
                .query(TransferRows::row)
                .list();
    }

    /** What a wallet's statement shows one by one, from a UTC day to another, oldest first. */
    List<PostedTransfer> lines(UUID tenantId, LocalDate from, LocalDate to) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM ledger_wallet_line l
                        JOIN ledger_transfer t ON t.tenant_id = l.owner_id AND t.id = l.id
                        WHERE l.tenant_id = ? AND l.day BETWEEN ? AND ?
                        ORDER BY l.day, l.id
                        """)
                .params(RowIds.bytes(tenantId), from, to)
                .query(TransferRows::row)
                .list();
    }

    /** Reads every transfer of these kinds that has a line on a statement of its own tenant, in no order. */
    void each(Set<TransferKind> kinds, Consumer<Transfer> reader) {
        jdbc.sql("SELECT " + COLUMNS + """
                         FROM ledger_wallet_line l
                        JOIN ledger_transfer t ON t.tenant_id = l.owner_id AND t.id = l.id
                        WHERE l.tenant_id = l.owner_id AND t.kind IN (:kinds)
                        """)
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(row -> {
                    reader.accept(row(row, 0).transfer());
                });
    }

    private void insertTransfers(List<PostedTransfer> posted) {
        batches.batchUpdate("""
                INSERT INTO ledger_transfer (tenant_id, id, transfer_key, kind, amount, from_kind, from_tenant_id,
                    to_kind, to_tenant_id, reference_id, note, actor_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, posted, BATCH, TransferRows::set);
    }

    private void insertLines(List<PostedTransfer> posted) {
        List<Line> lines = posted.stream()
                .filter(p -> !p.transfer().kind().isGroupedByDay())
                .flatMap(p -> Stream.of(p.transfer().from(), p.transfer().to())
                        .filter(Account::isWallet)
                        .map(account -> new Line(account.tenantId(), p)))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "INSERT INTO ledger_wallet_line (tenant_id, day, id, owner_id) VALUES (?, ?, ?, ?)",
                lines,
                BATCH,
                (insert, line) -> {
                    insert.setBytes(1, RowIds.bytes(line.tenantId()));
                    insert.setObject(2, line.posted().day());
                    insert.setBytes(3, RowIds.bytes(line.posted().id()));
                    insert.setBytes(4, RowIds.bytes(line.posted().transfer().tenantId()));
                });
    }

    private List<String> existingKeys(List<PostedTransfer> posted) {
        return posted.stream()
                .map(PostedTransfer::transfer)
                .filter(transfer -> find(transfer.tenantId(), transfer.key()).isPresent())
                .map(Transfer::key)
                .toList();
    }

    private static void set(PreparedStatement insert, PostedTransfer posted) throws SQLException {
        Transfer transfer = posted.transfer();
        insert.setBytes(1, RowIds.bytes(transfer.tenantId()));
        insert.setBytes(2, RowIds.bytes(posted.id()));
        insert.setString(3, transfer.key());
        insert.setString(4, transfer.kind().name());
        insert.setLong(5, transfer.amount().tenThousandths());
        insert.setString(6, transfer.from().kind().name());
        insert.setBytes(7, RowIds.bytes(transfer.from().tenantId()));
        insert.setString(8, transfer.to().kind().name());
        insert.setBytes(9, RowIds.bytes(transfer.to().tenantId()));
        insert.setBytes(10, RowIds.bytesOrNull(transfer.referenceId()));
        insert.setString(11, transfer.note());
        insert.setBytes(12, RowIds.bytesOrNull(transfer.actorId()));
        insert.setObject(13, Times.utc(posted.postedAt()));
    }

    private static PostedTransfer row(ResultSet rs, int rowNumber) throws SQLException {
        Transfer transfer = new Transfer(
                RowIds.uuid(rs.getBytes("tenant_id")),
                rs.getString("transfer_key"),
                TransferKind.valueOf(rs.getString("kind")),
                account(rs, "from"),
                account(rs, "to"),
                new Credits(rs.getLong("amount")),
                RowIds.uuidOrNull(rs.getBytes("reference_id")),
                rs.getString("note"),
                RowIds.uuidOrNull(rs.getBytes("actor_id")));
        return new PostedTransfer(RowIds.uuid(rs.getBytes("id")), transfer, Times.instant(rs, "created_at"));
    }

    private static Account account(ResultSet rs, String side) throws SQLException {
        return new Account(
                AccountKind.valueOf(rs.getString(side + "_kind")), RowIds.uuid(rs.getBytes(side + "_tenant_id")));
    }

    private record Line(UUID tenantId, PostedTransfer posted) {}
}
