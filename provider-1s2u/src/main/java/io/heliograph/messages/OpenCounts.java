package io.heliograph.messages;

import io.heliograph.db.RowIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts a tenant's messages that are not in a final state, by the meter where many are in one of them. */
@Repository
class OpenCounts {

    /** SUBMITTING is never a message's own state. */
    private static final List<MessageState> STATES =
            List.of(MessageState.QUEUED, MessageState.SUBMITTED, MessageState.UNCERTAIN, MessageState.UNKNOWN);

    /** What is counted one by one; where there are more, the meter knows. */
    private static final int FEW = 2_000;

    private static final String ONE_STATE = """
            SELECT ? AS state, COUNT(*) AS messages
              FROM (SELECT 1 AS one FROM messages_message WHERE tenant_id = ? AND state = ? AND id >= ? LIMIT ?) counted
            """;

    private final JdbcClient jdbc;

    OpenCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By state. Of several states with many messages all but the first are counted to the end.
     *
     * @param together how many there are in all states, as metered: what the others leave is in the first with many
     */
    Map<MessageState, Long> count(UUID tenantId, Instant since, long together) {
        Map<MessageState, Long> counts = count(tenantId, since, STATES, FEW + 1);
        List<MessageState> many = new ArrayList<>(STATES);
        many.removeIf(state -> counts.getOrDefault(state, 0L) <= FEW);
        if (!many.isEmpty()) {
            MessageState rest = many.removeFirst();
            counts.putAll(count(tenantId, since, many, Integer.MAX_VALUE));
            counts.remove(rest);
            long others = counts.values().stream().mapToLong(Long::longValue).sum();
            counts.put(rest, Math.max(FEW, together - others));
        }
        return counts;
    }

    /** By their index alone. */
    private Map<MessageState, Long> count(UUID tenantId, Instant since, List<MessageState> states, int most) {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        if (states.isEmpty()) {
            return counts;
        }
        List<Object> params = new ArrayList<>();
        states.forEach(state -> params.addAll(
                List.of(state.name(), RowIds.bytes(tenantId), state.name(), RowIds.bytes(RowIds.lowest(since)), most)));
        jdbc.sql(String.join(" UNION ALL ", Collections.nCopies(states.size(), ONE_STATE)))
                .params(params)
                .query(rs -> {
                    counts.put(MessageState.valueOf(rs.getString("state")), rs.getLong("messages"));
                });
        return counts;
    }
}
