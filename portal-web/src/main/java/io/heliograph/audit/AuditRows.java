package io.heliograph.audit;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the log: rows are added and read. */
@Repository
class AuditRows {

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AuditRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(AuditEntry entry, List<UUID> readers) {
        NewEntry what = entry.what();
        Actor.@Nullable Person who = entry.actor().who();
        Actor.@Nullable Person behind = entry.actor().behind();
        jdbc.sql("""
                        INSERT INTO audit_entry (id, tenant_id, act, actor_id, actor_tenant_id, actor_name, behind_id,
                            behind_tenant_id, behind_name, address, subject_id, subject, detail, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(RowIds.bytes(entry.id()))
                .param(RowIds.bytes(what.tenantId()))
                .param(what.act().name())
                .param(who == null ? null : RowIds.bytesOrNull(who.userId()))
                .param(who == null ? null : RowIds.bytesOrNull(who.tenantId()))
                .param(who == null ? "" : who.name())
                .param(behind == null ? null : RowIds.bytesOrNull(behind.userId()))
                .param(behind == null ? null : RowIds.bytesOrNull(behind.tenantId()))
                .param(behind == null ? null : behind.name())
                .param(entry.actor().address())
                .param(RowIds.bytesOrNull(what.subjectId()))
                .param(what.subject())
                .param(what.detail())
                .param(Times.utc(entry.at()))
                .update();
        List<Object[]> sights = readers.stream()
                .map(reader -> new Object[] {
                    RowIds.bytes(reader), RowIds.bytes(entry.id()), what.act().name()
                })
                .toList();
        batches.batchUpdate("INSERT INTO audit_reader (reader_id, entry_id, act) VALUES (?, ?, ?)", sights);
    }

    List<AuditEntry> page(UUID readerId, AuditFilter filter, @Nullable UUID before, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("r.reader_id = ? AND r.entry_id < ?");
        values.add(RowIds.bytes(readerId));
        values.add(RowIds.bytes(upper(before, filter.until())));
        Instant from = filter.from();
        if (from != null) {
            where.append(" AND r.entry_id >= ?");
            values.add(RowIds.bytes(RowIds.lowest(from)));
        }
        Act.Topic topic = filter.topic();
        if (topic != null) {
            List<Act> acts = topic.acts();
            where.append(" AND r.act IN (")
                    .append(String.join(", ", Collections.nCopies(acts.size(), "?")))
                    .append(')');
            acts.forEach(act -> values.add(act.name()));
        }
        UUID tenantId = filter.tenantId();
        if (tenantId != null) {
            where.append(" AND e.tenant_id = ?");
            values.add(RowIds.bytes(tenantId));
        }
        String text = filter.text();
        if (text != null) {
            where.append(" AND (e.actor_name LIKE ? OR e.behind_name LIKE ? OR e.subject LIKE ?)");
            values.addAll(Collections.nCopies(3, like(text)));
        }
        values.add(limit);
        return jdbc.sql("""
                        SELECT e.id, e.tenant_id, e.act, e.actor_id, e.actor_tenant_id, e.actor_name, e.behind_id,
                            e.behind_tenant_id, e.behind_name, e.address, e.subject_id, e.subject, e.detail, e.at
                        FROM audit_reader r JOIN audit_entry e ON e.id = r.entry_id
                        WHERE %s ORDER BY r.entry_id DESC LIMIT ?
                        """.formatted(where))
                .params(values)
                .query(AuditRows::entry)
                .list();
    }

    /** Ids grow with time, so both the page and the end of a period are a greatest id. */
    private static UUID upper(@Nullable UUID before, @Nullable Instant until) {
        UUID end = until == null ? LAST : RowIds.lowest(until);
        return before == null || compareUnsigned(end, before) < 0 ? end : before;
    }

    private static int compareUnsigned(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private static AuditEntry entry(ResultSet row, int n) throws SQLException {
        Actor actor = new Actor(person(row, "actor"), person(row, "behind"), row.getString("address"));
        return new AuditEntry(
                RowIds.uuid(row.getBytes("id")),
                new NewEntry(
                        RowIds.uuid(row.getBytes("tenant_id")),
                        Act.valueOf(row.getString("act")),
                        RowIds.uuidOrNull(row.getBytes("subject_id")),
                        row.getString("subject"),
                        row.getString("detail")),
                actor,
                Times.instant(row, "at"));
    }

    private static Actor.@Nullable Person person(ResultSet row, String part) throws SQLException {
        String name = row.getString(part + "_name");
        return name == null || name.isEmpty()
                ? null
                : new Actor.Person(
                        RowIds.uuidOrNull(row.getBytes(part + "_id")),
                        RowIds.uuidOrNull(row.getBytes(part + "_tenant_id")),
                        name);
    }

    private static String like(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
