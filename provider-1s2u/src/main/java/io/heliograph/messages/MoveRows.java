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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Changes the state of many messages by a few statements: those that are still as they were read are locked first, and
 * what moves alike then moves together.
 */
@Repository
class MoveRows {

    /** A statement has a case for each of its messages, so its work grows with the square of their number. */
    private static final int AT_ONCE = 200;

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
                "SELECT id, state, version FROM messages_message WHERE " + keys.sql() + " FOR UPDATE",
                MoveRows::read,
                keys.after()));
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
        List<Move> known =
                moves.stream().filter(move -> move.providerMessageId() != null).toList();
        List<@Nullable Object> params = new ArrayList<>();
        params.add(alike.next().name());
        params.add(Times.utc(at));
        params.add(alike.reason());
        params.add(alike.tried() ? 1 : 0);
        known.forEach(move -> {
            params.add(RowIds.bytes(move.message().id()));
            params.add(move.providerMessageId());
        });
        if (alike.next() == MessageState.SUBMITTED) {
            params.add(Times.utc(at));
        }
        RowKeys keys = keys(moves);
        params.addAll(keys.params());
        jdbc.update(
                "UPDATE messages_message SET state = ?, state_at = ?, version = version + 1, reason = ?, tries = tries + ?"
                        + (alike.refund() ? ", refunded = price" : "")
                        + providerMessageIds(known.size())
                        + (alike.next() == MessageState.SUBMITTED ? ", submitted_at = COALESCE(submitted_at, ?)" : "")
                        + " WHERE " + keys.sql(),
                params.toArray());
    }

    private static String providerMessageIds(int known) {
        return known == 0
                ? ""
                : ", provider_message_id = CASE id" + " WHEN ? THEN ?".repeat(known) + " ELSE provider_message_id END";
    }

    private static RowKeys keys(List<Move> moves) {
        return RowKeys.of(
                "tenant_id",
                "id",
                moves,
                move -> move.message().tenantId(),
                move -> move.message().id());
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
