package io.heliograph.bench;

import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ConfiguredAccount;
import io.heliograph.line.Calls;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How the portal that is measured reaches 1s2u: changed in the database, as by another node. */
final class UpstreamSettings {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration FORWARDED = Duration.ofSeconds(10);
    private static final int NUMBERS = 15;
    private static final long FIRST_NUMBER = 447_970_000_000L;

    private final Installation installation;

    UpstreamSettings(Installation installation) {
        this.installation = installation;
    }

    /** Has the portal forward by SMPP from now on; returns when its sessions are bound. */
    void smpp(int sessions, int window) throws SQLException {
        try (Connection connection = installation.connect()) {
            update(connection, """
                    REPLACE INTO upstream_account
                        (account_id, transport, host, port, tls, sessions, window_size, segments_per_second, id_form)
                    VALUES (?, 'SMPP', '127.0.0.1', ?, FALSE, ?, ?, 10000, 'SAME')
                    """, id(), installation.providerSmppPort(), sessions, window);
            awaitSessions(connection, "bound_at IS NOT NULL", sessions);
        }
    }

    /** Has it forward by HTTP again, 15 numbers a request; returns when it does. */
    void http() throws SQLException {
        try (Connection connection = installation.connect()) {
            update(connection, "UPDATE upstream_account SET transport = 'HTTP' WHERE account_id = ?", id());
            // A portal that still knows of SMPP would set the account back to one number a request.
            awaitSessions(connection, "TRUE", 0);
            update(connection, "UPDATE dispatch_account SET numbers_per_request = ? WHERE id = ?", NUMBERS, id());
        }
        if (!Waiting.until(SOON, this::forwardsAllInOneRequest)) {
            throw new IllegalStateException("The portal does not forward by HTTP again");
        }
    }

    /** Has a lookup request take this many numbers, 1 to 30. */
    void numbersPerLookup(int numbers) throws SQLException {
        try (Connection connection = installation.connect()) {
            update(connection, """
                    INSERT INTO lookups_account (account_id, numbers_per_request) VALUES (?, ?)
                    ON DUPLICATE KEY UPDATE numbers_per_request = VALUES(numbers_per_request)
                    """, id(), numbers);
        }
    }

    /** Has the account send this many requests a second, by HTTP. */
    void requestsPerSecond(int requests) throws SQLException {
        try (Connection connection = installation.connect()) {
            update(connection, "UPDATE dispatch_account SET requests_per_second = ? WHERE id = ?", requests, id());
        }
    }

    /** Has nothing leave, as an operator can. */
    void stop() throws SQLException {
        try (Connection connection = installation.connect()) {
            update(connection, "UPDATE dispatch_account SET stopped_at = UTC_TIMESTAMP(6) WHERE id = ?", id());
        }
    }

    void resume() throws SQLException {
        try (Connection connection = installation.connect()) {
            update(connection, "UPDATE dispatch_account SET stopped_at = NULL WHERE id = ?", id());
        }
    }

    private boolean forwardsAllInOneRequest() {
        installation.atProvider("reset");
        String to = LongStream.range(FIRST_NUMBER, FIRST_NUMBER + NUMBERS)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(","));
        installation
                .calls()
                .get("/bulksms?"
                        + Calls.encoded(Map.of(
                                "username",
                                BenchTenants.username(0),
                                "password",
                                BenchTenants.SECRET,
                                "mt",
                                "0",
                                "sid",
                                "BENCH",
                                "mno",
                                to,
                                "msg",
                                "By HTTP")));
        return Waiting.until(FORWARDED, () -> installation.atProvider("figures").count("numbers") >= NUMBERS)
                && installation.atProvider("figures").count("requests") == 1;
    }

    private static void awaitSessions(Connection connection, String which, int wanted) {
        String sql = "SELECT COUNT(*) FROM upstream_session WHERE " + which;
        if (!Waiting.until(SOON, () -> count(connection, sql) == wanted)) {
            throw new IllegalStateException("Not " + wanted + " SMPP sessions with " + which);
        }
    }

    private static int count(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static byte[] id() {
        return RowIds.bytes(ConfiguredAccount.ID);
    }
}
