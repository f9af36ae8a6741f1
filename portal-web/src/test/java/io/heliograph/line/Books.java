package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the database of portals that run as processes. */
public final class Books implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final BigDecimal UNIT = BigDecimal.valueOf(10_000);

    private final Connection database;

    public Books(Connection database) {
        this.database = database;
    }

    /** The state of each message by its number; a number that two messages have is an error. */
    Map<String, String> statesByNumber() {
        Map<String, String> states = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT msisdn, state FROM messages_message")) {
            while (rows.next()) {
                assertThat(states.put(rows.getString(1), rows.getString(2))).isNull();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return states;
    }

    /** What the prices of all messages less their refunds come to, in credits. */
    BigDecimal spent() {
        return number("SELECT COALESCE(SUM(price - refunded), 0) FROM messages_message")
                .divide(UNIT);
    }

    /** What the prices of all lists of numbers less their refunds come to, in credits. */
    BigDecimal spentOnLookups() {
        return number("SELECT COALESCE(SUM(price - refunded), 0) FROM lookups_job WHERE started_at IS NOT NULL")
                .divide(UNIT);
    }

    /** The numbers of lists with this state. */
    Set<String> lookups(String state) {
        Set<String> numbers = new HashSet<>();
        try (PreparedStatement statement =
                database.prepareStatement("SELECT msisdn FROM lookups_lookup WHERE state = ?")) {
            statement.setString(1, state);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return numbers;
    }

    /** Lets the operator run the proof on this portal, and returns how many differences it finds. */
    public long differencesOfAProof(Calls portal) {
        BigDecimal before = number("SELECT COUNT(*) FROM ledger_proof");
        Person.signedIn(portal, "operator@heliograph.test").post(portal, "/proof", "/proof/runs", Map.of());
        await().atMost(SOON)
                .until(() -> number("SELECT COUNT(*) FROM ledger_proof").compareTo(before) > 0);
        return number("SELECT differences FROM ledger_proof ORDER BY started_at DESC LIMIT 1")
                .longValueExact();
    }

    void execute(String sql) {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    private BigDecimal number(String sql) {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBigDecimal(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
