package io.heliograph.messages;

import io.heliograph.db.RowIds;
import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import io.heliograph.ledger.Credits;
import io.heliograph.text.Encoding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code messages_message}, one by one and in batches. */
@Repository
class MessageRows {

    static final String COLUMNS = """
            m.tenant_id, m.id, m.submission_id, m.channel, m.msisdn, m.destination, m.sender, m.body, m.encoding,
            m.segments, m.price, m.refunded, m.chain_id, m.refund_undelivered, m.state, m.state_at, m.version,
            m.reason, m.account_id, m.provider_message_id, m.tries, m.accepted_at, m.submitted_at, m.send_at,
            m.expires_at, m.metadata
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    MessageRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    void insert(List<Message> messages) {
        jdbc.batchUpdate("""
                INSERT INTO messages_message
                    (tenant_id, id, submission_id, channel, msisdn, destination, sender, body, encoding, segments,
                     price, refunded, chain_id, refund_undelivered, state, state_at, account_id, accepted_at, send_at,
                     expires_at, metadata)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, messages.stream().map(MessageRows::insertion).toList());
    }

    Optional<Message> find(MessageRef ref) {
        return client.sql("SELECT " + COLUMNS + " FROM messages_message m WHERE m.tenant_id = ? AND m.id = ?")
                .params(RowIds.bytes(ref.tenantId()), RowIds.bytes(ref.messageId()))
                .query(MessageRows::message)
                .optional();
    }

    /** The messages of these keys, in no order; a key without a row is passed over. */
    List<Message> find(Collection<MessageRef> refs) {
        if (refs.isEmpty()) {
            return List.of();
        }
        RowKeys keys = RowKeys.of(refs, MessageRef::tenantId, MessageRef::messageId);
        return client.sql("SELECT " + COLUMNS + " FROM " + keys.join("messages_message m", "m.tenant_id", "m.id"))
                .params(keys.params())
                .query(MessageRows::message)
                .list();
    }

    /** Notes that the price went back; false if it had before. */
    boolean markRefunded(Message message) {
        return client.sql("""
                        UPDATE messages_message
                           SET refunded = price, version = version + 1
                         WHERE tenant_id = ? AND id = ? AND version = ? AND refunded = 0
                        """)
                        .params(RowIds.bytes(message.tenantId()), RowIds.bytes(message.id()), message.version())
                        .update()
                == 1;
    }

    private static @Nullable Object[] insertion(Message message) {
        return new @Nullable Object[] {
            RowIds.bytes(message.tenantId()),
            RowIds.bytes(message.id()),
            RowIds.bytes(message.submissionId()),
            message.channel().name(),
            message.msisdn(),
            message.destination(),
            message.sender(),
            message.text(),
            message.encoding().name(),
            message.segments(),
            message.price().tenThousandths(),
            message.refunded().tenThousandths(),
            RowIds.bytes(message.chainId()),
            message.refundUndelivered(),
            message.state().name(),
            Times.utc(message.stateAt()),
            RowIds.bytes(message.accountId()),
            Times.utc(message.acceptedAt()),
            Times.utcOrNull(message.instructions().sendAt()),
            Times.utcOrNull(message.instructions().expiresAt()),
            message.instructions().metadata()
        };
    }

    static Message message(ResultSet rs, int row) throws SQLException {
        return new Message(
                RowIds.uuid(rs.getBytes("tenant_id")),
                RowIds.uuid(rs.getBytes("id")),
                RowIds.uuid(rs.getBytes("submission_id")),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("msisdn"),
                rs.getString("destination"),
                rs.getString("sender"),
                rs.getString("body"),
                Encoding.valueOf(rs.getString("encoding")),
                rs.getInt("segments"),
                new Credits(rs.getLong("price")),
                new Credits(rs.getLong("refunded")),
                RowIds.uuid(rs.getBytes("chain_id")),
                rs.getBoolean("refund_undelivered"),
                MessageState.valueOf(rs.getString("state")),
                Times.instant(rs, "state_at"),
                rs.getInt("version"),
                rs.getString("reason"),
                RowIds.uuid(rs.getBytes("account_id")),
                rs.getString("provider_message_id"),
                rs.getInt("tries"),
                Times.instant(rs, "accepted_at"),
                Times.instantOrNull(rs, "submitted_at"),
                instructions(rs));
    }

    private static Instructions instructions(ResultSet rs) throws SQLException {
        return new Instructions(
                Times.instantOrNull(rs, "send_at"), Times.instantOrNull(rs, "expires_at"), rs.getString("metadata"));
    }
}
