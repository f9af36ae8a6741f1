package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code messages_step}. */
@Repository
class StepRows {

    private static final int DETAIL_LENGTH = 500;

    private final JdbcTemplate jdbc;

    StepRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Message> messages, StepKind kind, @Nullable String detail, @Nullable UUID actorId, Instant at) {
        insert(messages.stream()
                .map(message -> row(message, kind, detail, null, actorId, at))
                .toList());
    }

    void refunded(List<Message> messages, @Nullable UUID actorId, Instant at) {
        insert(messages.stream()
                .map(message -> row(message, StepKind.REFUNDED, null, message.price(), actorId, at))
                .toList());
    }

    List<Step> of(MessageRef ref) {
        return jdbc.query("""
                SELECT id, kind, detail, credits, actor_id, at
                  FROM messages_step
                 WHERE tenant_id = ? AND message_id = ?
                 ORDER BY id
                """, StepRows::step, RowIds.bytes(ref.tenantId()), RowIds.bytes(ref.messageId()));
    }

    private void insert(List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO messages_step (tenant_id, message_id, id, kind, detail, credits, actor_id, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private static @Nullable Object[] row(
            Message message,
            StepKind kind,
            @Nullable String detail,
            @Nullable Credits credits,
            @Nullable UUID actorId,
            Instant at) {
        return new @Nullable Object[] {
            RowIds.bytes(message.tenantId()),
            RowIds.bytes(message.id()),
            RowIds.bytes(RowIds.next()),
            kind.name(),
            detail == null || detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH),
            credits == null ? null : credits.tenThousandths(),
            RowIds.bytesOrNull(actorId),
            Times.utc(at)
        };
    }

    private static Step step(ResultSet rs, int row) throws SQLException {
        long credits = rs.getLong("credits");
        boolean noCredits = rs.wasNull();
        return new Step(
                RowIds.uuid(rs.getBytes("id")),
                StepKind.valueOf(rs.getString("kind")),
                rs.getString("detail"),
                noCredits ? null : new Credits(credits),
                RowIds.uuidOrNull(rs.getBytes("actor_id")),
                Times.instant(rs, "at"));
    }
}
