package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Changes the state of many messages by a few statements: those that are still as they were read are locked first, and
 * what moves alike then moves together.
 */
@Repository
class MoveRows {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;

    MoveRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Moves each message that is still in the state and version in which it was read.
     *
     * @return the moves that took place, in their order
     */
    List<Move> move(List<Move> wanted, Instant at) {
        List<Move> moved = new ArrayList<>(wanted.size());
        for (int start = 0; start < wanted.size(); start += AT_ONCE) {
            List<Move> some = unchanged(wanted.subList(start, Math.min(start + AT_ONCE, wanted.size())));
            byLikeness(some).forEach((alike, moves) -> update(alike, moves, at));
            moved.addAll(some);
        }
        return moved;
    }

    /** Those whose message is as it was read, and stays so until the end of the transaction. */
    private List<Move> unchanged(List<Move> wanted) {
        if (wanted.stream().allMatch(Move::locked)) {
            return wanted;
        }
        RowKeys keys = keys(wanted);
        Set<Read> locked = new HashSet<>(jdbc.query(
                "SELECT m.id, m.state, m.version FROM " + keys.join("messages_message m", "m.tenant_id", "m.id")
                        + "FOR UPDATE",
                MoveRows::read,
                keys.and()));
        return wanted.stream()
                .filter(move -> locked.contains(Read.of(move.message())))
                .toList();
    }

    private static Map<Move.Alike, List<Move>> byLikeness(List<Move> moves) {
        Map<Move.Alike, List<Move>> byLikeness = new LinkedHashMap<>();
        moves.forEach(move ->
                byLikeness.computeIfAbsent(move.alike(), _ -> new ArrayList<>()).add(move));
        return byLikeness;
    }

    private void update(Move.Alike alike, List<Move> moves, Instant at) {
        RowKeys keys = keys(moves);
        jdbc.update(
                "UPDATE " + keys.join("messages_message m", "m.tenant_id", "m.id")
                        + " SET m.state = ?, m.state_at = ?, m.version = m.version + 1, m.reason = ?, m.tries = m.tries + ?,"
                        + " m.provider_message_id = COALESCE(wanted.given, m.provider_message_id),"
                        + " m.submitted_at = COALESCE(m.submitted_at, ?)"
                        + (alike.refund() ? ", m.refunded = m.price" : ""),
                keys.and(
                        alike.next().name(),
                        Times.utc(at),
                        alike.reason(),
                        alike.tried() ? 1 : 0,
                        alike.next() == MessageState.SUBMITTED ? Times.utc(at) : null));
    }

    private static RowKeys keys(List<Move> moves) {
        return RowKeys.of(
                moves, move -> move.message().tenantId(), move -> move.message().id(), Move::providerMessageId);
    }

    private static Read read(ResultSet rs, int row) throws SQLException {
        return new Read(
                RowIds.uuid(rs.getBytes("id")), MessageState.valueOf(rs.getString("state")), rs.getInt("version"));
    }

    private record Read(UUID id, MessageState state, int version) {

        static Read of(Message message) {
            return new Read(message.id(), message.state(), message.version());
        }
    }
}
