package io.heliograph.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes a database as large as years of use would, from the rows of one submission that the portal itself has accepted,
 * sent and seen delivered: submissions, messages, transfers, correlations. The sums of the books are not kept along, so a
 * proof would find differences.
 */
final class Filler {

    /** Few enough for all pages of a piece, which each pass over its messages comes by again, to stay in memory. */
    private static final int SUBMISSIONS_AT_ONCE = 1_000;

    /** Within the month that lists of messages show at first. */
    private static final Duration AGE = Duration.ofDays(20);

    private final long oldest = Instant.now().minus(AGE).toEpochMilli();
    private final Connection database;
    private final byte[] tenant;
    private final byte[] submission;

    /** Copies the newest submission of the tenant with this API username. */
    Filler(Connection database, String username) throws SQLException {
        this.database = database;
        this.tenant = bytes("SELECT tenant_id FROM credentials_credential WHERE username = ?", username);
        this.submission = bytes(
                "SELECT id FROM messages_submission WHERE tenant_id = ? ORDER BY id DESC LIMIT 1", (Object) tenant);
    }

    /** Adds this many messages, rounded up to whole submissions. Once for a tenant: ids are counted from one. */
    void fill(long messages) throws SQLException {
        List<Template> templates = templates();
        long submissions = Math.ceilDiv(messages, templates.size());
        execute("SET SESSION unique_checks = 0, SESSION sql_log_bin = 0");
        for (long from = 1; from <= submissions; from += SUBMISSIONS_AT_ONCE) {
            long to = Math.min(from + SUBMISSIONS_AT_ONCE - 1, submissions);
            copySubmissions(from, to);
            for (int i = 0; i < templates.size(); i++) {
                copyMessages(templates.get(i), i, from, to);
            }
        }
        execute("SET SESSION unique_checks = 1, SESSION sql_log_bin = 1");
    }

    private void copySubmissions(long from, long to) throws SQLException {
        String id = id(0);
        copy("messages_submission", from, to, "t.tenant_id = ? AND t.id = ?", Map.of("id", id), tenant, submission);
        copy(
                "ledger_transfer",
                from,
                to,
                "t.tenant_id = ? AND t.reference_id = ? AND t.kind = 'CHARGE'",
                Map.of("id", id, "reference_id", id, "transfer_key", "CONCAT('filled:', s.seq)"),
                tenant,
                submission);
    }

    private void copyMessages(Template template, int position, long from, long to) throws SQLException {
        String id = id(position + 1);
        String number = "CAST(449000000000 + s.seq * 15 + " + position + " AS CHAR)";
        copy(
                "messages_message",
                from,
                to,
                "t.tenant_id = ? AND t.id = ?",
                Map.of("id", id, "submission_id", id(0), "msisdn", number),
                tenant,
                template.id());
        copy(
                "messages_correlation",
                from,
                to,
                "t.account_id = ? AND t.provider_message_id = ? AND t.msisdn = ?",
                Map.of(
                        "message_id",
                        id,
                        "msisdn",
                        number,
                        "provider_message_id",
                        "CONCAT('filled-', HEX(t.tenant_id), '-', LPAD(s.seq, 12, '0'))"),
                template.account(),
                template.providerId(),
                template.msisdn());
    }

    /** An id of a time like the row's, that no other row has: of the submission for 0, of its messages from 1 on. */
    private String id(int position) {
        return "UNHEX(CONCAT(LPAD(HEX(%d + s.seq), 12, '0'), '7%03x8', LPAD(HEX(s.seq), 15, '0')))"
                .formatted(oldest, position);
    }

    /** One row, once for each number of the sequence, with these columns replaced. */
    private void copy(String table, long from, long to, String where, Map<String, String> replaced, Object... keys)
            throws SQLException {
        List<String> columns = columns(table);
        String names = String.join(", ", columns);
        String values = columns.stream()
                .map(column -> replaced.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        String sql = "INSERT INTO %s (%s) SELECT %s FROM seq_%d_to_%d s JOIN %s t ON %s ORDER BY s.seq"
                .formatted(table, names, values, from, to, table, where);
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                statement.setObject(i + 1, keys[i]);
            }
            statement.executeUpdate();
        }
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = database.getMetaData().getColumns(database.getCatalog(), null, table, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }

    private List<Template> templates() throws SQLException {
        List<Template> templates = new ArrayList<>();
        try (PreparedStatement statement =
                database.prepareStatement("SELECT id, account_id, provider_message_id, msisdn FROM messages_message"
                        + " WHERE tenant_id = ? AND submission_id = ? ORDER BY id")) {
            statement.setBytes(1, tenant);
            statement.setBytes(2, submission);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                templates.add(new Template(rows.getBytes(1), rows.getBytes(2), rows.getString(3), rows.getString(4)));
            }
        }
        return templates;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private byte[] bytes(String sql, Object value) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setObject(1, value);
            ResultSet rows = statement.executeQuery();
            if (!rows.next()) {
                throw new IllegalStateException("Nothing to copy: " + sql);
            }
            return rows.getBytes(1);
        }
    }

    /** A message, and by what its correlation is found without a search through all of them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Template(byte[] id, byte[] account, String providerId, String msisdn) {}
}
